package himalia.kernel.session;

import himalia.kernel.help.CodeHelp;
import himalia.kernel.help.Inspection;
import himalia.kernel.magic.MagicCompleter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of a name, of Java or of a magic; a cell that is {@code name?} asks for it as in IPython. */
final class NameHelp {
    /** A name, or a magic's with one of its subcommands. */
    private static final String NAME =
            "(%{0,2}[\\p{L}_$][\\p{L}\\p{N}_$.]*|%[\\p{L}_]+ +[\\p{L}][\\p{L}\\p{N}-]*)";

    /** Two question marks ask for the source too, where it is known. */
    private static final Pattern ASKED =
            Pattern.compile("\\s*(?:" + NAME + "(\\?{1,2})|(\\?{1,2})\\s?" + NAME + ")\\s*;?\\s*");

    private final CodeHelp help;
    private final MagicCompleter magics;

    NameHelp(CodeHelp help, MagicCompleter magics) {
        this.help = help;
        this.magics = magics;
    }

    /** A question of a cell. */
    record Asked(String name, boolean detailed) {}

    /** Returns which name a cell asks about, if it does nothing else. */
    static Optional<Asked> asked(String cell) {
        var found = ASKED.matcher(cell);
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean before = found.group(1) == null;
        var name = found.group(before ? 4 : 1);
        var marks = found.group(before ? 3 : 2);
        return Optional.of(new Asked(name, marks.length() > 1));
    }

    /** Returns what stands at {@code cursor}, counted in UTF-16 units. */
    Optional<Inspection> find(String code, int cursor, boolean detailed) {
        if (magics.ofText(code, cursor).isPresent()) {
            return Optional.empty();
        }
        return magics.isInJava(code, cursor)
                ? help.inspect(code, cursor, detailed).or(() -> magics.inspect(code, cursor))
                : magics.inspect(code, cursor).or(() -> help.inspect(code, cursor, detailed));
    }

    /** Returns the page that a front end shows for a question; empty where nothing is known. */
    Optional<Map<String, Object>> page(Asked asked) {
        return find(asked.name(), asked.name().length(), asked.detailed())
                .map(found -> Map.of("source", "page", "data", data(found), "start", 0));
    }

    /** Returns it by MIME type. */
    static Map<String, Object> data(Inspection found) {
        var data = new LinkedHashMap<String, Object>();
        data.put("text/plain", found.text());
        if (!found.markdown().isEmpty()) {
            data.put("text/markdown", found.markdown());
        }
        return data;
    }
}
