{{%AUTOESCAPE context="HTML"}}
{{! _answer_line.tpl - one sentence of a growing answer; filled by cgi-bin/chat/answer_page.cpp }}
<p>{{TEXT}}</p>
