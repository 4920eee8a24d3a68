{{%AUTOESCAPE context="HTML"}}
{{! _chart.tpl - one picture of a report as SVG; filled by cgi-bin/admin/chart_view.cpp }}
<svg class="chart" viewBox="0 0 {{WIDTH}} {{HEIGHT}}" role="img" aria-label="{{LABEL}}">
{{#COLUMNS}}
<line class="chart-line" x1="0" y1="24" x2="{{COLUMNS_WIDTH}}" y2="24"></line><text class="chart-text" x="0" y="17">{{COLUMNS_TOP}}</text>
<line class="chart-line" x1="0" y1="{{COLUMNS_FLOOR}}" x2="{{COLUMNS_WIDTH}}" y2="{{COLUMNS_FLOOR}}"></line>
{{#COLUMN}}<rect class="chart-bar" x="{{COLUMN_X}}" y="{{COLUMN_Y}}" width="{{COLUMN_WIDTH}}" height="{{COLUMN_HEIGHT}}"><title>{{COLUMN_TITLE}}</title></rect>
{{/COLUMN}}
<text class="chart-text" x="0" y="{{COLUMNS_WORDS_Y}}">{{COLUMNS_FIRST}}</text><text class="chart-text chart-end" x="{{COLUMNS_WIDTH}}" y="{{COLUMNS_WORDS_Y}}">{{COLUMNS_LAST}}</text>
{{/COLUMNS}}
{{#BAR}}<text class="chart-text chart-end" x="{{BAR_WORDS_X}}" y="{{BAR_WORDS_Y}}">{{BAR_WORDS}}</text><rect class="chart-bar" x="{{BAR_X}}" y="{{BAR_Y}}" width="{{BAR_WIDTH}}" height="{{BAR_HEIGHT}}"></rect><text class="chart-text" x="{{BAR_NUMBER_X}}" y="{{BAR_WORDS_Y}}">{{BAR_NUMBER}}</text>
{{/BAR}}
</svg>
