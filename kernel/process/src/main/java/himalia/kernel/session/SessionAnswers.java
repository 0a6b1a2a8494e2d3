package himalia.kernel.session;

import himalia.kernel.java.Interpreter;
import himalia.kernel.questions.Questions;
import himalia.link.question.HistoryQuestion;
import himalia.link.question.VariablesQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers the questions of magics about the session: its variables and its history. */
final class SessionAnswers {
    private static final int LONGEST = 120;

    /** What the text of a table, or of a page of one, ends with. */
    private static final Pattern SIZE =
            Pattern.compile(
                    "\\n([\\d,]+ rows? × [\\d,]+ columns?|rows [\\d,]+ to [\\d,]+ of [\\d,]+)(?: \\([^\\n]*\\))?\"?\\s*\\z");

    private final Interpreter interpreter;
    private final History history;

    SessionAnswers(Interpreter interpreter, History history) {
        this.interpreter = interpreter;
        this.history = history;
    }

    void register(Questions questions) {
        questions.put(
                VariablesQuestion.NAME, VariablesQuestion::from, (cell, asked) -> variables());
        questions.put(HistoryQuestion.NAME, HistoryQuestion::from, (cell, asked) -> history(asked));
    }

    private List<Map<String, String>> variables() {
        var rows = new ArrayList<Map<String, String>>();
        for (var variable : interpreter.variables()) {
            var row = new LinkedHashMap<String, String>();
            row.put("name", variable.name());
            row.put("type", variable.type());
            row.put("value", line(interpreter.valueOf(variable).orElse("(busy)")));
            rows.add(row);
        }
        return rows;
    }

    private List<String> history(HistoryQuestion asked) {
        int n = asked.n();
        boolean everything = asked.all();
        long mine = history.session(0);
        var entries =
                history.all().stream()
                        .filter(entry -> everything || entry.session() == mine)
                        .toList();
        return entries
                .subList(Math.max(0, entries.size() - Math.max(0, n)), entries.size())
                .stream()
                .map(
                        entry ->
                                (everything ? entry.session() + "/" : "")
                                        + entry.line()
                                        + ": "
                                        + entry.input())
                .toList();
    }

    private static String line(String text) {
        var size = SIZE.matcher(text);
        if (size.find()) {
            // The rows of a table are no line.
            return size.group(1);
        }
        var line = text.replace("\n", " ⏎ ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
