package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.LocalNames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the body of a class may name alone beside what stands above: what it inherits, and what it declares further below.
 * JShell lists neither. Read from the words alone, because the code is half written.
 */
final class MembersInReach {
    /** A type that a class is below. */
    record Above(String type, boolean isInterface) {}

    private static final Pattern HEAD =
            Pattern.compile("\\b(class|record|enum|interface)\\s+\\w+([^;{}]*)\\z");

    private static final Pattern MADE =
            Pattern.compile("\\bnew\\s+([\\w.]*[A-Z]\\w*)\\s*(?:<[^;(){}]*>)?\\s*\\z");

    private static final Pattern ABOVE =
            Pattern.compile("\\b(extends|implements)\\s+([\\w.]+(?:\\s*,\\s*[\\w.]+)*)");

    private static final Pattern CONSTANT = Pattern.compile("(?:\\A|,)\\s*(?:@\\w+\\s+)*(\\w+)");

    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");

    /** Behind any other word a name is declared, or a type named. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?<!\\b(?:return|throw|assert|yield|else|case|do))(?<=[\\w\\]])\\s+\\z"
                            + "|<[\\w\\s,.?&\\[\\]<>]*(?<=[\\w>?\\]])>\\s+\\z");

    private final String bare;
    private final int body;
    private final int member;
    private final int block;
    private final int depth;
    private final List<Above> above;
    private final boolean isEnum;

    private MembersInReach(String bare, List<Integer> open, int at, List<Above> above) {
        this.bare = bare;
        this.body = open.get(at);
        this.block = at + 1 < open.size() ? open.get(at + 1) : bare.length();
        this.depth = open.size() - at - 1;
        this.member = beginning(bare, body, block);
        this.above = above;
        var head = HEAD.matcher(bare.substring(0, body));
        this.isEnum = head.find() && head.group(1).equals("enum");
    }

    /** Returns those at the end of code, where a value or a statement of a class may begin there. */
    static Optional<MembersInReach> atEndOf(String before) {
        var bare = Cutter.bare(before);
        if (bare.indexOf('{') < 0 || bare.endsWith("@") || NAMES.matcher(bare).find()) {
            return Optional.empty();
        }
        var open = open(bare);
        for (int at = open.size() - 1; at >= 0; at--) {
            var above = above(bare.substring(0, open.get(at)));
            if (above.isPresent()) {
                var found = new MembersInReach(bare, open, at, above.get());
                return Optional.of(found).filter(MembersInReach::isCode);
            }
        }
        return Optional.empty();
    }

    /** Returns the types that the class is below, as they are written, without what stands in {@code < >}. */
    List<Above> above() {
        return above;
    }

    /** Whether no object is there. */
    boolean isStatic() {
        return STATIC.matcher(bare.substring(member, block)).find();
    }

    /**
     * Returns the names that the class declares further below.
     *
     * @param code the whole code, of which this is the beginning
     */
    List<LocalNames.Name> below(String code) {
        var all = Cutter.bare(code);
        int open = depth;
        int from = -1;
        int at = bare.length();
        for (; at < all.length() && open >= 0; at++) {
            open += all.charAt(at) == '{' ? 1 : all.charAt(at) == '}' ? -1 : 0;
            // The value of a field ends with its semicolon, and code with the braces that it is in.
            char end = depth == 0 ? ';' : '}';
            from = from < 0 && open == 0 && all.charAt(at) == end ? at + 1 : from;
        }
        int to = open < 0 ? at - 1 : at;
        return from < 0 || from > to ? List.of() : LocalNames.atEndOf(code.substring(from, to));
    }

    /** Returns the constants of the enum that it is in. */
    List<String> constants() {
        if (!isEnum) {
            return List.of();
        }
        var text = new StringBuilder();
        int open = 0;
        for (int at = body + 1; at < bare.length() && open >= 0; at++) {
            char sign = bare.charAt(at);
            if (sign == ';' && open == 0) {
                break;
            }
            open += "({".indexOf(sign) >= 0 ? 1 : ")}".indexOf(sign) >= 0 ? -1 : 0;
            text.append(open == 0 ? sign : ' ');
        }
        return CONSTANT.matcher(text).results().map(each -> each.group(1)).toList();
    }

    /** Whether it is in a block, or in the value of a field. */
    private boolean isCode() {
        return depth > 0 || bare.indexOf('=', member) >= 0;
    }

    /** Returns where a member of a body begins that goes on at its end. */
    static int beginning(String bare, int body, int end) {
        int at = end;
        while (at > body + 1 && ";{}".indexOf(bare.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    /** Returns the braces that are open at the end. */
    static List<Integer> open(String bare) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < bare.length(); at++) {
            if (bare.charAt(at) == '{') {
                open.addLast(at);
            } else if (bare.charAt(at) == '}') {
                open.pollLast();
            }
        }
        return List.copyOf(open);
    }

    /** Returns what is above the class whose body follows; nothing where none does. */
    private static Optional<List<Above>> above(String head) {
        var declared = HEAD.matcher(head);
        if (declared.find()) {
            boolean isInterface = declared.group(1).equals("interface");
            var written =
                    ABOVE.matcher(OwnCalls.withoutParameters(declared.group(2)))
                            .results()
                            .flatMap(
                                    each ->
                                            types(
                                                    each.group(2),
                                                    isInterface
                                                            || each.group(1).equals("implements")));
            var unwritten =
                    declared.group(1).equals("enum")
                            ? Stream.of(new Above("java.lang.Enum", false))
                            : Stream.<Above>empty();
            return Optional.of(Stream.concat(unwritten, written).toList());
        }
        return made(head).map(each -> List.of(new Above(each.group(1), true)));
    }

    private static Stream<Above> types(String written, boolean isInterface) {
        return Stream.of(written.split("\\s*,\\s*")).map(each -> new Above(each, isInterface));
    }

    /** Of what stands before the parentheses of an object that is made. */
    private static Optional<Matcher> made(String head) {
        var text = head.stripTrailing();
        int depth = 0;
        for (int at = text.length() - 1; at >= 0 && text.endsWith(")"); at--) {
            depth += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(MADE.matcher(text.substring(0, at))).filter(Matcher::find);
            }
        }
        return Optional.empty();
    }
}
