{{%AUTOESCAPE context="HTML"}}
{{! listing_page.tpl - body of GET /search and /category/{slug}; filled by cgi-bin/search/listing_page.cpp }}
{{#PATH}}<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/">Shop</a></li>{{#PATH_STEP}}<li><a href="{{PATH_STEP_URL}}">{{PATH_STEP_NAME}}</a></li>{{/PATH_STEP}}<li aria-current="page">{{PATH_NAME}}</li></ol></nav>{{/PATH}}
<h1>{{HEADING}}</h1>
{{#BAD_INPUT}}<div class="warning" role="alert"><p>{{BAD_INPUT_TEXT}}</p></div>{{/BAD_INPUT}}
{{#CORRECTED}}<p class="notice">Showing results for <strong>{{CORRECTED_TEXT}}</strong>. <a href="{{CORRECTED_EXACT_URL}}">Search for “{{CORRECTED_TYPED}}” instead</a></p>{{/CORRECTED}}
{{#READ}}<p class="notice">Some words of “{{READ_TYPED}}” are the filters below. <a href="{{READ_PLAIN_URL}}">Search for the plain words instead</a></p>{{/READ}}
{{#WITHOUT_FILTERS}}<p class="notice">Nothing fits the filters in “{{WITHOUT_FILTERS_TYPED}}”: this is what fits its words.</p>{{/WITHOUT_FILTERS}}
{{#UNKNOWN}}<p class="notice">The shop has nothing called “{{UNKNOWN_WORDS}}”: this is what fits the other words.</p>{{/UNKNOWN}}
{{#SOME_WORDS}}<p class="notice">No product has all of these words: the nearest ones are shown.</p>{{/SOME_WORDS}}
{{#CHIPS}}
<h2 class="visually-hidden">Chosen filters</h2>
<ul class="chips">
{{#CHIP}}<li><a class="chip" href="{{CHIP_URL}}"><span class="visually-hidden">Remove filter </span>{{CHIP_NAME}} <span aria-hidden="true">×</span></a></li>
{{/CHIP}}<li><a href="{{CHIPS_CLEAR_URL}}">Clear all</a></li>
</ul>
{{/CHIPS}}
<div class="listing">
<div class="listing-results">
{{#FOUND}}
<div class="listing-tools">
  <p class="meta" role="status">{{FOUND_COUNT}} products{{#PAGE_NOTE}}, page {{PAGE_NOTE_NUMBER}} of {{PAGE_NOTE_COUNT}}{{/PAGE_NOTE}} <a class="filters-jump" href="#filters">Filter</a></p>
  <nav aria-label="Sort"><ul class="sort-links">{{#SORT}}<li>{{#SORT_LINK}}<a href="{{SORT_LINK_URL}}">{{SORT_LINK_NAME}}</a>{{/SORT_LINK}}{{#SORT_HERE}}<span aria-current="true">{{SORT_HERE_NAME}}</span>{{/SORT_HERE}}</li>{{/SORT}}</ul></nav>
</div>
{{#PLACES}}<nav class="places" aria-label="Found in"><ul class="chips">{{#PLACE}}<li><a class="chip" href="{{PLACE_URL}}">{{PLACE_NAME}} <span class="count">{{PLACE_COUNT}}</span></a></li>{{/PLACE}}</ul></nav>{{/PLACES}}
<h2 class="visually-hidden">Products</h2>
<ul class="product-grid">
{{FOUND_PRODUCT_CARDS:none}}
</ul>
{{/FOUND}}
{{#NOTHING}}
<div class="empty-state">
  <h2>Nothing found</h2>
  <p>No product fits {{#NOTHING_TEXT}}“{{NOTHING_TEXT_VALUE}}”{{/NOTHING_TEXT}}{{#NOTHING_FILTERS}} with all of these filters{{/NOTHING_FILTERS}}.</p>
  {{#WIDER}}<p>Without one of them there is more:</p>
  <ul class="chips">{{#WIDER_STEP}}<li><a class="chip" href="{{WIDER_STEP_URL}}">without {{WIDER_STEP_NAME}} <span class="count">({{WIDER_STEP_COUNT}})</span></a></li>{{/WIDER_STEP}}</ul>{{/WIDER}}
  <p><a class="button" href="/search">All products</a> <a class="button quiet" href="{{NOTHING_ASK_URL}}">Ask the assistant</a></p>
</div>
{{/NOTHING}}
{{#INSTEAD}}
<section aria-labelledby="instead"><h2 id="instead">What others like</h2>
<ul class="product-grid">
{{INSTEAD_PRODUCT_CARDS:none}}
</ul></section>
{{/INSTEAD}}
{{#PAGER}}
<nav class="pager" aria-label="Pages"><ul>
{{#PAGER_BEFORE}}<li><a href="{{PAGER_BEFORE_URL}}" rel="prev">Back</a></li>{{/PAGER_BEFORE}}
{{#PAGER_PAGE}}<li>{{#PAGER_LINK}}<a href="{{PAGER_LINK_URL}}"><span class="visually-hidden">Page </span>{{PAGER_LINK_NUMBER}}</a>{{/PAGER_LINK}}{{#PAGER_HERE}}<span aria-current="page"><span class="visually-hidden">Page </span>{{PAGER_HERE_NUMBER}}</span>{{/PAGER_HERE}}{{#PAGER_GAP}}<span aria-hidden="true">…</span>{{/PAGER_GAP}}</li>
{{/PAGER_PAGE}}
{{#PAGER_NEXT}}<li><a href="{{PAGER_NEXT_URL}}" rel="next">Next</a></li>{{/PAGER_NEXT}}
</ul></nav>
{{/PAGER}}
{{#WHY_LINK}}<p class="meta"><a href="{{WHY_LINK_URL}}">Why in this order?</a></p>{{/WHY_LINK}}
{{#WHY}}
<section aria-labelledby="why"><h2 id="why">Why in this order</h2>
<p class="meta">For staff. The words’ worth × fit added up, times all factors, is the score.</p>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="why">
<table class="table stacks">
<thead><tr><th scope="col">Product</th><th scope="col">Words</th><th scope="col">Factors</th><th scope="col" class="number">Score</th></tr></thead>
<tbody>
{{#WHY_ROW}}<tr><th scope="row">{{WHY_ROW_NAME}}</th><td data-label="Words"><span>{{#WHY_WORD}}{{WHY_WORD_TEXT}}: {{#WHY_WORD_FOUND}}{{#WHY_WORD_OTHER}}{{WHY_WORD_OTHER_WAY}} “{{WHY_WORD_OTHER_STEM}}” {{/WHY_WORD_OTHER}}in {{WHY_WORD_FIELDS}}, {{WHY_WORD_WORTH}}&nbsp;×&nbsp;{{WHY_WORD_FIT}}{{/WHY_WORD_FOUND}}{{#WHY_WORD_MISSING}}not in it{{/WHY_WORD_MISSING}}<br>{{/WHY_WORD}}</span></td><td data-label="Factors"><span>{{#WHY_FACTOR}}{{WHY_FACTOR_NAME}}&nbsp;×&nbsp;{{WHY_FACTOR_VALUE}}<br>{{/WHY_FACTOR}}</span></td><td class="number" data-label="Score">{{WHY_ROW_SCORE}}</td></tr>
{{/WHY_ROW}}</tbody>
</table>
</div></section>
{{/WHY}}
{{#RELATED}}
<section class="related" aria-labelledby="related"><h2 id="related">Related searches</h2>
<ul class="chips">{{#RELATED_SEARCH}}<li><a class="chip" href="{{RELATED_SEARCH_URL}}">{{RELATED_SEARCH_TEXT}}</a></li>{{/RELATED_SEARCH}}</ul></section>
{{/RELATED}}
</div>
<aside class="filters" id="filters" aria-label="Filters">
{{#FACET}}
<h2>{{FACET_NAME}}</h2>
<ul>{{#FACET_VALUE}}<li{{#FACET_VALUE_BELOW}} class="below-{{FACET_VALUE_BELOW_DEPTH}}"{{/FACET_VALUE_BELOW}}><a href="{{FACET_VALUE_URL}}"{{#FACET_VALUE_CHOSEN}} aria-current="true"{{/FACET_VALUE_CHOSEN}}><span>{{FACET_VALUE_NAME}}{{#FACET_VALUE_CHOSEN}}<span class="visually-hidden"> (chosen)</span>{{/FACET_VALUE_CHOSEN}}</span> <span class="count">{{FACET_VALUE_COUNT}}</span></a></li>
{{/FACET_VALUE}}</ul>
{{/FACET}}
{{#PRICES}}
<h2>Price</h2>
<ul class="price-bars">{{#PRICES_BAR}}<li><a href="{{PRICES_BAR_URL}}"{{#PRICES_BAR_CHOSEN}} aria-current="true"{{/PRICES_BAR_CHOSEN}}><span>{{PRICES_BAR_FROM}} – {{PRICES_BAR_TO}}{{#PRICES_BAR_CHOSEN}}<span class="visually-hidden"> (chosen)</span>{{/PRICES_BAR_CHOSEN}}</span> <meter aria-hidden="true" min="0" max="{{PRICES_BAR_TOP}}" value="{{PRICES_BAR_COUNT}}"></meter> <span class="count">{{PRICES_BAR_COUNT}}</span></a></li>
{{/PRICES_BAR}}</ul>
{{/PRICES}}
<form method="get" action="{{FORM_ACTION}}">
  <h2>By numbers</h2>
  {{#KEEP}}<input type="hidden" name="{{KEEP_NAME}}" value="{{KEEP_VALUE}}">{{/KEEP}}
  <div class="field-row">
    <div class="field"><label for="min_price">Price from</label><input id="min_price" name="min_price" inputmode="decimal" value="{{MIN_PRICE}}" placeholder="{{LOWEST}}" maxlength="12"></div>
    <div class="field"><label for="max_price">to</label><input id="max_price" name="max_price" inputmode="decimal" value="{{MAX_PRICE}}" placeholder="{{HIGHEST}}" maxlength="12"></div>
  </div>
  <fieldset class="compare"><legend>Price is</legend>
    <select name="price_op" aria-label="Price compared"><option value="">any</option><option value="&lt;"{{#PRICE_LESS}} selected{{/PRICE_LESS}}>less than</option><option value="="{{#PRICE_SAME}} selected{{/PRICE_SAME}}>exactly</option><option value="&gt;"{{#PRICE_MORE}} selected{{/PRICE_MORE}}>more than</option></select>
    <input name="price_value" aria-label="Price" inputmode="decimal" value="{{PRICE_VALUE}}" maxlength="12">
  </fieldset>
  <fieldset class="compare"><legend>Pieces in stock</legend>
    <select name="stock_op" aria-label="Stock compared"><option value="">any</option><option value="&lt;"{{#STOCK_LESS}} selected{{/STOCK_LESS}}>less than</option><option value="="{{#STOCK_SAME}} selected{{/STOCK_SAME}}>exactly</option><option value="&gt;"{{#STOCK_MORE}} selected{{/STOCK_MORE}}>more than</option></select>
    <input name="stock_value" aria-label="Pieces" inputmode="numeric" value="{{STOCK_VALUE}}" maxlength="9">
  </fieldset>
  <label class="choice"><input type="checkbox" name="in_stock" value="1"{{#IN_STOCK_CHOSEN}} checked{{/IN_STOCK_CHOSEN}}> In stock now <span class="count">{{IN_STOCK_COUNT}}</span></label>
  <div class="actions"><button class="quiet">Apply</button></div>
</form>
</aside>
</div>
