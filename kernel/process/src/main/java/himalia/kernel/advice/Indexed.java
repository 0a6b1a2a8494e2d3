package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is no array and is asked for an element as one. */
final class Indexed {
    private static final Pattern FOUND = Pattern.compile("but (?:[\\w.]*\\.)?(\\w+)");

    private Indexed() {}

    static Optional<Diagnosis> in(List<Problem> problems) {
        return problems.stream()
                .filter(each -> each.code().endsWith("array.req.but.found"))
                .findFirst()
                .map(each -> new Diagnosis(each, hint(each.message())));
    }

    private static String hint(String said) {
        var found = FOUND.matcher(said);
        var type = found.find() ? found.group(1) : "";
        if (type.equals("String") || type.equals("StringBuilder")) {
            return "A text gives its characters by text.charAt(0).";
        }
        if (type.endsWith("Map")) {
            return "A map gives its values by map.get(key), and takes them by map.put(key, value).";
        }
        if (type.endsWith("List")) {
            return "A list gives its elements by list.get(0), and changes them by list.set(0, value).";
        }
        if (type.equals("Table")) {
            return "A table gives its columns by table.column(\"name\"), its rows by table.row(0).";
        }
        return "Only an array is asked with [ ].";
    }
}
