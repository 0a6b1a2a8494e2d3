package himalia.kernel.help;

import himalia.kernel.cells.Entry;
import himalia.kernel.help.Completion.Candidate;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Makes candidates of names, with the words by which front ends know what they are. */
final class Candidates {
    static final String VARIABLE = "instance";
    static final String METHOD = "function";
    static final String TYPE = "class";

    private Candidates() {}

    /** Of what is declared. */
    static Candidate candidate(String name, Entry.Kind kind) {
        var type =
                switch (kind) {
                    case VARIABLE -> VARIABLE;
                    case METHOD -> METHOD;
                    case TYPE -> TYPE;
                };
        return new Candidate(name, type, "");
    }

    /** Of what JShell says may stand somewhere. */
    static Candidate candidate(String continuation) {
        boolean method = continuation.contains("(");
        var text = method ? continuation.substring(0, continuation.indexOf('(')) : continuation;
        return new Candidate(text, method ? METHOD : type(text), "");
    }

    private static String type(String text) {
        if (text.isEmpty()) {
            return VARIABLE;
        }
        if (SourceVersion.isKeyword(text)) {
            return "keyword";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        if (Character.isUpperCase(text.charAt(0))) {
            return text.equals(text.toUpperCase(Locale.ROOT)) && text.length() > 1
                    ? VARIABLE
                    : TYPE;
        }
        return VARIABLE;
    }
}
