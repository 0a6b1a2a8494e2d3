package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a type that the end of code is in. Read from the words alone, because the code is half written.
 *
 * @param kind the word that declares the type; {@code new} of an object that is made of a class without a name
 * @param name the type's name; of such an object what it is made of
 * @param head what stands between the name and the body
 * @param start where the declaration begins, at its kind
 * @param open where the body's brace stands
 * @param member where the member begins that the end is in
 * @param block where that member's own braces open; the end where they do not
 * @param depth how many braces are open inside of the body
 */
record TypeBody(
        String kind,
        String name,
        String head,
        int start,
        int open,
        int member,
        int block,
        int depth) {
    private static final String MADE_KIND = "new";

    private static final Pattern HEAD =
            Pattern.compile("\\b(class|record|enum|interface)\\s+(\\w+)([^;{}]*)\\z");

    private static final Pattern MADE =
            Pattern.compile("\\b(new)\\s+([\\w.]*[A-Z]\\w*)\\s*(<[^;(){}]*>)?\\s*\\z");

    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");

    /** Types that know no object of what they stand in. */
    private static final Set<String> ALONE = Set.of("record", "enum", "interface");

    /** Returns those that bare code ends in, the outermost first. */
    static List<TypeBody> around(String bare) {
        var open = open(bare);
        var bodies = new ArrayList<TypeBody>();
        for (int at = 0; at < open.size(); at++) {
            int brace = open.get(at);
            int block = at + 1 < open.size() ? open.get(at + 1) : bare.length();
            int depth = open.size() - at - 1;
            head(bare.substring(0, brace))
                    .map(each -> of(each, brace, beginning(bare, brace, block), block, depth))
                    .ifPresent(bodies::add);
        }
        return bodies;
    }

    private static TypeBody of(Matcher head, int open, int member, int block, int depth) {
        var more = head.group(3);
        return new TypeBody(
                head.group(1),
                head.group(2),
                more == null ? "" : more,
                head.start(),
                open,
                member,
                block,
                depth);
    }

    /** Whether it is of an object that is made of a class without a name. */
    boolean isMade() {
        return kind.equals(MADE_KIND);
    }

    /**
     * Whether the end knows no object of this type by what stands in this body; nor does it where that is so in a body
     * inside of this one.
     *
     * @param bare the code
     */
    boolean isStatic(String bare) {
        var text = bare.substring(member, block);
        var type = HEAD.matcher(text);
        boolean nested = type.find();
        return STATIC.matcher(text).find()
                || nested && ALONE.contains(type.group(1))
                || kind.equals("interface") && (nested || text.indexOf('=') >= 0);
    }

    /** Whether the end knows no object of the types around this one. */
    boolean isAlone() {
        return ALONE.contains(kind);
    }

    /** Whether the end is in a block of it, or in the value of a field. */
    boolean isCode(String bare) {
        return depth > 0 || bare.indexOf('=', member) >= 0;
    }

    /**
     * Returns what stands in this body behind the member that the end is in.
     *
     * @param before the code
     * @param code the whole code, of which that is the beginning
     */
    String below(String before, String code) {
        return behind(before, code, depth, ";");
    }

    /**
     * Returns what follows a member until what it stands in ends.
     *
     * @param depth how many braces are open in the member
     * @param ends what a member ends with that has no braces
     */
    static String behind(String before, String code, int depth, String ends) {
        var all = Cutter.bare(code);
        int open = depth;
        int from = -1;
        int at = before.length();
        for (; at < all.length() && open >= 0; at++) {
            char sign = all.charAt(at);
            open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            boolean isEnd = depth == 0 ? ends.indexOf(sign) >= 0 : sign == '}';
            from = from < 0 && open == 0 && isEnd ? at + 1 : from;
        }
        int to = open < 0 ? at - 1 : at;
        return from < 0 || from > to ? "" : code.substring(from, to);
    }

    /** Returns where a member of a body begins that goes on at its end. */
    private static int beginning(String bare, int body, int end) {
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

    private static Optional<Matcher> head(String before) {
        var declared = HEAD.matcher(before);
        return declared.find() ? Optional.of(declared) : made(before);
    }

    /** Of what stands before the parentheses of an object that is made. */
    private static Optional<Matcher> made(String before) {
        var text = before.stripTrailing();
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
