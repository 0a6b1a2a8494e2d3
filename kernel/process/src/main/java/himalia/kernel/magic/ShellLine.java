package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** What stands behind {@code !}: a command of the shell, or a condition of Java's. */
final class ShellLine {
    /** How the parameter that takes the command is named in the annotations of a magic. */
    private static final String LABEL = "COMMAND";

    /** What begins with a word, and does not go on as a condition does. */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?!true\\b|false\\b|new\\b)([a-z]\\w*)(?:\\s+(?!&&|\\|\\||[=!]=|\\?|\\^|;).*)?");

    /** What is asked of an object or is written down, and no program's name. */
    private static final Pattern JAVA =
            Pattern.compile(
                    "(?:\\(|new\\s+\\w|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"\\s*\\.\\s*\\w+\\(|(?:true|false)(?:\\s*(?:&&?|\\|\\|?|[=!]=|\\^)\\s*!*(?:true|false)\\b)*\\s*;?\\s*$|[\\w.]*\\w\\().*",
                    Pattern.DOTALL);

    /** What can follow no negation: a brace, a path, a test; a comment may. */
    private static final Pattern NO_JAVA = Pattern.compile("[{\\[.]|/(?![/*])|~/");

    private final String command;
    private final KnownNames known;
    private final String above;

    /** {@code known} says what a name means in the session, {@code above} is what stands before. */
    ShellLine(String command, KnownNames known, String above) {
        this.above = above;
        this.command = command;
        this.known = known;
    }

    /** Returns whether a magic takes the rest of its line as the shell gets it. */
    static boolean isTakenBy(MagicDescription magic) {
        return magic.positional(0).filter(each -> each.names().contains(LABEL)).isPresent();
    }

    /** Whether it is a command where a statement begins with it, in a block or outside of one. */
    boolean begins(String source, boolean block) {
        return block ? isCommandInBlock(source) : !isJava();
    }

    private boolean isJava() {
        // Not not so is so, as far as Java is concerned.
        var denied = command.replaceFirst("^(?:!\\s*)+", "");
        return JAVA.matcher(denied).matches() || isTruth(denied);
    }

    /** Whether it begins with a name that Java may have there; what has members may have one that is true. */
    private boolean isTruth(String denied) {
        var name = firstName(denied);
        return denied.startsWith(".", name.length()) || denied.startsWith("[", name.length())
                ? known.declared().test(name)
                : known.denied().test(name);
    }

    /** Whether it is a command where Java may stand too: nothing in the cell is called as it begins. */
    boolean isCommandIn(String source) {
        if (NO_JAVA.matcher(command).lookingAt()) {
            return true;
        }
        var found = COMMAND.matcher(command);
        if (!found.matches() || known.denied().test(found.group(1))) {
            return false;
        }
        var name = Pattern.compile("\\b" + found.group(1) + "\\b");
        if (Pattern.compile(name + "\\s*=\\s*$").matcher(above).find()) {
            // What the command is kept in has no value yet: var ls = !ls.
            return name.matcher(above).results().count() == 1;
        }
        // What stands behind a command is the shell's.
        var java = source.replaceAll("!\\s*" + name + "[^\\n]*", "");
        return !name.matcher(java).find();
    }

    /** Whether it is a command where a brace may be an array's as well as a block's: no condition that the cell names. */
    private boolean isCommandInBlock(String source) {
        if (NO_JAVA.matcher(command).lookingAt()) {
            return true;
        }
        var found = COMMAND.matcher(command);
        return found.matches() && !isJava() && !declaration(found.group(1)).matcher(source).find();
    }

    /** Returns it as the shell gets it: {@code {x}} is the value of a variable, all other braces are the shell's own. */
    LineWords.Word word() {
        var pieces = new ArrayList<String>();
        int done = 0;
        for (int at = command.indexOf('{'); at >= 0; at = command.indexOf('{', at + 1)) {
            int end = Brackets.close(command, at);
            if (end > at && isExpression(at, end)) {
                pieces.add(JavaCall.literal(command.substring(done, at)));
                pieces.add("(" + command.substring(at + 1, end) + ")");
                done = end + 1;
                at = end;
            }
        }
        if (pieces.isEmpty()) {
            return new LineWords.Word(command, false, true);
        }
        pieces.add(JavaCall.literal(command.substring(done)));
        return new LineWords.Word(String.join(" + ", pieces), true, false);
    }

    /** {@code ${x}} is the shell's variable, {@code {a,b}} both of them. */
    private boolean isExpression(int open, int close) {
        var inside = command.substring(open + 1, close);
        boolean list = !inside.contains("(") && inside.contains(",");
        return (open == 0 || command.charAt(open - 1) != '$')
                && !list
                && isVariable(firstName(inside.strip()));
    }

    private boolean isVariable(String name) {
        return known.declared().test(name)
                || !name.isEmpty()
                        && (declaration(name).matcher(above).find()
                                || named(name)
                                        .matcher(above)
                                        .results()
                                        .anyMatch(each -> isOpen(each.end() - 1)));
    }

    /** Whether the block is not closed in which the command stands. */
    private boolean isOpen(int brace) {
        return Brackets.close(above, brace) < 0;
    }

    /** What a variable or a parameter of the cell looks like. */
    private static Pattern declaration(String name) {
        return Pattern.compile("[\\w>\\]]\\s+" + Pattern.quote(name) + "\\s*(?:=(?!=)|[:;,)])");
    }

    /**
     * What names a variable for the block behind it alone: a parameter of a lambda without its type, the variable of a
     * pattern. {@code case A ->} names none.
     */
    private static Pattern named(String name) {
        var quoted = Pattern.quote(name);
        return Pattern.compile(
                "(?:(?<!\\bcase\\s)(?<![\\w.$])%1$s\\s*(?:,[\\w\\s,]*)?\\)?\\s*->|\\binstanceof\\s[^;{}&|]*[\\w>\\]]\\s+%1$s\\b[^;{}]*)\\s*\\{"
                        .formatted(quoted));
    }

    private static String firstName(String text) {
        int end = 0;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
