package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.LocalNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What code in the body of a type may name alone beside what stands above: what the type inherits, and what it declares
 * further below. JShell lists neither. Read from the words alone, because the code is half written.
 */
final class MembersInReach {
    /** A type that a class is below. */
    record Above(String type, boolean isInterface) {}

    private static final Pattern ABOVE =
            Pattern.compile("\\b(extends|implements)\\s+([\\w.]+(?:\\s*,\\s*[\\w.]+)*)");

    private static final Pattern CONSTANT = Pattern.compile("(?:\\A|,)\\s*(?:@\\w+\\s+)*(\\w+)");

    /** Behind any other word a name is declared, or a type named. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?<!\\b(?:return|throw|assert|yield|else|case|do|new))(?<=[\\w\\]])\\s+\\z"
                            + "|<[\\w\\s,.?&\\[\\]<>]*(?<=[\\w>?\\]])>\\s+\\z");

    private final String before;
    private final TypeBody body;
    private final boolean isStatic;

    private MembersInReach(String before, TypeBody body, boolean isStatic) {
        this.before = before;
        this.body = body;
        this.isStatic = isStatic;
    }

    /** Whether a value, a type that is made, or a statement may begin at the end of code. */
    static boolean mayBeNamed(String before) {
        var bare = Cutter.bare(before);
        return !bare.endsWith("@") && !NAMES.matcher(bare).find();
    }

    /** Returns those of each type around the end of code, the innermost first, where that is in code at all. */
    static List<MembersInReach> around(String before) {
        var bare = Cutter.bare(before);
        var bodies = TypeBody.around(bare);
        var found = new ArrayList<MembersInReach>();
        boolean isStatic = false;
        for (int at = bodies.size() - 1; at >= 0; at--) {
            var body = bodies.get(at);
            if (found.isEmpty() && !body.isCode(bare)) {
                return List.of();
            }
            isStatic |= body.isStatic(bare);
            found.add(new MembersInReach(before, body, isStatic));
            isStatic |= body.isAlone();
        }
        return found;
    }

    /** Whether no object is there. */
    boolean isStatic() {
        return isStatic;
    }

    /**
     * Returns the names that the type declares further below.
     *
     * @param code the whole code, of which this is the beginning
     */
    List<LocalNames.Name> below(String code) {
        return LocalNames.atEndOf(body.below(before, code));
    }

    /**
     * Returns the constants of the enum that it is in.
     *
     * @param code the whole code
     */
    List<String> constants(String code) {
        if (!body.kind().equals("enum")) {
            return List.of();
        }
        var all = Cutter.bare(code);
        var text = new StringBuilder();
        int open = 0;
        for (int at = body.open() + 1; at < all.length() && open >= 0; at++) {
            char sign = all.charAt(at);
            if (sign == ';' && open == 0) {
                break;
            }
            open += "({".indexOf(sign) >= 0 ? 1 : ")}".indexOf(sign) >= 0 ? -1 : 0;
            text.append(open == 0 ? sign : ' ');
        }
        return CONSTANT.matcher(text).results().map(each -> each.group(1)).toList();
    }

    /** Returns the types that the type is below, as they are written, without what stands in {@code < >}. */
    List<Above> above() {
        if (body.isMade()) {
            return List.of(new Above(body.name(), true));
        }
        boolean isInterface = body.kind().equals("interface");
        var written =
                ABOVE.matcher(OwnCalls.withoutParameters(body.head()))
                        .results()
                        .flatMap(
                                each ->
                                        types(
                                                each.group(2),
                                                isInterface || each.group(1).equals("implements")));
        var unwritten =
                body.kind().equals("enum")
                        ? Stream.of(new Above("java.lang.Enum", false))
                        : Stream.<Above>empty();
        return Stream.concat(unwritten, written).toList();
    }

    private static Stream<Above> types(String written, boolean isInterface) {
        return Stream.of(written.split("\\s*,\\s*")).map(each -> new Above(each, isInterface));
    }
}
