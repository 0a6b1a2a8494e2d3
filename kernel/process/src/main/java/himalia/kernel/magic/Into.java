package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import java.util.List;

/**
 * Where the value of a magic over a cell goes: into the variable that {@code --into} names, or below the cell.
 *
 * @param magic the magic
 * @param variable its name, empty where the value is shown
 */
record Into(MagicDescription magic, String variable) {
    /** The option that names the variable. */
    static final String OPTION = "--into";

    /** Reads the words of a magic; one without the option, and one that is asked for its help, puts nothing away. */
    static Into of(MagicDescription magic, List<LineWords.Word> words) throws MagicSyntaxException {
        var shown = new Into(magic, "");
        if (magic.option(OPTION).isEmpty() || words.stream().anyMatch(Into::isHelp)) {
            return shown;
        }
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.option()) {
                continue;
            }
            if (word.text().equals(OPTION) && i + 1 < words.size()) {
                return named(magic, words.get(i + 1).text());
            }
            if (word.text().startsWith(OPTION + "=")) {
                return named(magic, word.text().substring(OPTION.length() + 1));
            }
        }
        return shown;
    }

    /** The variable of that name. */
    static Into named(MagicDescription magic, String variable) throws MagicSyntaxException {
        JavaCall.checkName(magic, variable);
        return new Into(magic, variable);
    }

    private static boolean isHelp(LineWords.Word word) {
        return word.text().equals("--help") || word.text().equals("-h");
    }

    boolean keeps() {
        return !variable.isEmpty();
    }

    /**
     * Returns the statements, which are compiled one after the other, of a call with these arguments in brackets. The variable has
     * its value when that is there: the call may name the one that it takes the place of, and one that fails leaves that as it is, or
     * takes back the declaration of a new one.
     */
    List<String> statements(String arguments) {
        return keeps()
                ? List.of(keeping(arguments), declaration("var"))
                : List.of(JavaCall.DOOR + "shownCell" + arguments);
    }

    private static String keeping(String arguments) {
        return JavaCall.DOOR + "keep(" + JavaCall.DOOR + "cell" + arguments + ");";
    }

    private String declaration(String type) {
        return "%s %s = %s%skept();".formatted(type, variable, JavaCall.cast(magic), JavaCall.DOOR);
    }

    /**
     * The same for a cell that is run now, where one statement compiled takes half the time of two: a variable that is there is
     * given the value, and a new one is declared behind a call that cannot name it.
     */
    List<String> statements(String arguments, KnownNames known) {
        if (keeps() && known.takes().test(variable, magic.returnType())) {
            return List.of(
                    "%s = %s%scell%s;"
                            .formatted(variable, JavaCall.cast(magic), JavaCall.DOOR, arguments));
        }
        boolean isNew = !known.declared().test(variable);
        return keeps() && isNew && !arguments.contains(JavaCall.DOOR + "value(")
                ? List.of(keeping(arguments) + " " + declaration(magic.returnType()))
                : statements(arguments);
    }

    /** The same in one line, where the value is not the cell's unless that is its {@code last}. */
    String line(String arguments, boolean last) {
        return keeps() || last
                ? String.join(" ", statements(arguments))
                : JavaCall.DOOR + "told(" + JavaCall.DOOR + "cell" + arguments + ");";
    }
}
