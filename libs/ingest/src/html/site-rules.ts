/** What is known of publishing systems: where the article stands. Plain facts about public markup, most particular first. */
export const CONTAINERS: readonly string[] = [
  '#js_content',
  '#UCAP-CONTENT',
  '.TRS_UEDITOR',
  '.TRS_Editor',
  '.trs_editor_view',
  '.view.TRS_UEDITOR',
  '.v_news_content',
  '.wp_articlecontent',
  '#vsb_content',
  '#vsb_content_2',
  '#vsb_content_4',
  '#rm_txt_zw',
  '.rm_txt_con',
  '#rwb_zw',
  '.show_text',
  '#detailContent',
  '#detail-content',
  '#p-detail',
  '#detail',
  '#ContentRegion',
  '#Zoom',
  '#zoom',
  '#mainText',
  '#artibody',
  '#ozoom',
  '.article-content',
  '.article_content',
  '.article-body',
  '.articleContent',
  '.pages_content',
  '.post_body',
  '.main-aticle',
  '.moe-detail-box',
  '.news_content',
  '.content-text',
  '[itemprop=articleBody]',
  '.left_zw',
  '.u-mainText',
  '.xl_text',
  '.all-txt',
  '#mp-editor',
  '[class*=index_cententWrap__]',
  '.article_con',
  '.entry-content',
  '.highlight',
]

/** Parts of a page that are never article. */
export const NEVER =
  'script,style,noscript,iframe,object,embed,form,button,input,select,textarea,svg,video,audio,canvas,template,nav,link,meta,' +
  '.moe-detail-shuxing,#moe-detail-page-set,#moeCode,#detail-editor,.share,.bdsharebuttonbox,.social-share,.article-tools,.page-tools,' +
  '.relatednews,.related,.recommend,.comment,.comments,.pagination,.print,.qrcode,.breadcrumb,.crumbs,.rm_relevant,.edit,.paper_num,' +
  '.liability,.m-zwTool,.show_author,.adEditor,#articleEdit,.p-jc,#backsohucom,.post_statement,.bdshare,.insertfileTag,' +
  '.MsoCommentReference,a.msocomanchor,.msocomoff,[id^=_com_],del'

/** House: a container with fewer Chinese characters than this is a caption or an empty shell. */
export const LEAST_CHARACTERS = 20

/** Names of parts that stand beside an article; sentences in them count for nothing. House: names met on pages of thirty systems. */
export const BESIDE =
  /comment|footer|foot\b|side(?:bar)?\b|recommend|relat|\bhot|rank|copyright|declare|statement|\bad[-_]|\bads?\b|nav\b|menu|breadcrumb|share|tool|teaser|aside|pinglun|xgwz|xgxw/i
