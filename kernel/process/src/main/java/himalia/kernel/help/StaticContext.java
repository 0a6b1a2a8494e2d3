package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.help.Completion.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names around a place belong to objects that are not there: it is in a static method, or in a type that is static.
 * JShell offers them all the same. Read from the words alone, because the code is half written.
 */
final class StaticContext {
    private static final Pattern MAY_BE = Pattern.compile("\\b(?:static|record|enum|interface)\\b");
    private static final Pattern HEAD =
            Pattern.compile("\\b(class|record|enum|interface)\\s+\\w+([^;{}]*)\\z");
    private static final Pattern MADE =
            Pattern.compile("\\bnew\\s+[\\w.]+\\s*(?:<[^;(){}]*>)?\\s*\\([^{};]*\\)\\s*\\z");
    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|record|enum|interface)\\s+\\w+");
    private static final Pattern METHOD = Pattern.compile("\\s(\\w+)\\s*\\(");
    private static final Pattern FIELD =
            Pattern.compile("[\\w>\\]]\\s+(\\w+)\\s*(?:\\[\\s*\\]\\s*)*\\z");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*[,)]");
    private static final Pattern THIS = Pattern.compile("(?<![\\w.])(?:this|super)\\s*\\.\\z");

    private final String place;
    private final Set<String> unknown = new HashSet<>();
    private boolean noObject;

    /** A body of a type: where it opens, what kind it is of, and where the member begins that the place is in. */
    private record Body(int open, String kind, String head, int member, boolean isStatic) {}

    private StaticContext(String place) {
        this.place = place;
    }

    /**
     * Returns that of a place.
     *
     * @param before the code until there
     * @param code the whole code
     */
    static StaticContext of(String before, String code) {
        var found = new StaticContext(before.stripTrailing());
        if (MAY_BE.matcher(before).find()) {
            found.read(before, Cutter.bare(before + code.substring(before.length())));
        }
        return found;
    }

    /** Returns those of some candidates that are known there. */
    List<Candidate> known(List<Candidate> candidates) {
        if (THIS.matcher(place).find()) {
            return noObject ? List.of() : candidates;
        }
        return unknown.isEmpty() || place.endsWith(".") || place.endsWith("::")
                ? candidates
                : candidates.stream().filter(each -> !unknown.contains(each.text())).toList();
    }

    private void read(String before, String all) {
        var bodies = bodies(Cutter.bare(before));
        int last = -1;
        for (int at = 0; at < bodies.size(); at++) {
            last = bodies.get(at).isStatic() ? at : last;
        }
        if (last < 0) {
            return;
        }
        noObject = last == bodies.size() - 1;
        var known = new HashSet<String>();
        for (int at = 0; at < bodies.size(); at++) {
            read(bodies.get(at), all, at <= last ? unknown : known, known);
        }
        LocalNames.atEndOf(before.substring(bodies.get(last).member()))
                .forEach(each -> known.add(each.text()));
        unknown.removeAll(known);
    }

    /** Returns the bodies of types that are open at the end. */
    private static List<Body> bodies(String bare) {
        var open = MembersInReach.open(bare);
        var bodies = new ArrayList<Body>();
        for (int at = 0; at < open.size(); at++) {
            var before = bare.substring(0, open.get(at));
            var head = HEAD.matcher(before);
            boolean declared = head.find();
            if (!declared && !MADE.matcher(before).find()) {
                continue;
            }
            int end = at + 1 < open.size() ? open.get(at + 1) : bare.length();
            int member = MembersInReach.beginning(bare, open.get(at), end);
            var kind = declared ? head.group(1) : "class";
            bodies.add(
                    new Body(
                            open.get(at),
                            kind,
                            declared ? head.group(2) : "",
                            member,
                            isStatic(bare.substring(member, end), kind)));
        }
        return bodies;
    }

    /** Whether a member knows no object of the type that it stands in. */
    private static boolean isStatic(String member, String kind) {
        var type = HEAD.matcher(member);
        boolean nested = type.find();
        return STATIC.matcher(member).find()
                || nested && !type.group(1).equals("class")
                || kind.equals("interface") && (nested || member.indexOf('=') >= 0);
    }

    private static void read(Body body, String all, Set<String> ofObjects, Set<String> ofType) {
        if (body.kind().equals("record")) {
            COMPONENT.matcher(body.head()).results().forEach(each -> ofObjects.add(each.group(1)));
        }
        var members = outermost(all, body.open() + 1).split(";", -1);
        for (int at = body.kind().equals("enum") ? 1 : 0; at < members.length; at++) {
            var member = members[at];
            int sign = member.indexOf('=');
            var declared = " " + (sign < 0 ? member : member.substring(0, sign));
            var method = METHOD.matcher(declared);
            boolean isMethod = method.find();
            boolean isOfType =
                    STATIC.matcher(declared).find()
                            || TYPE.matcher(declared).find()
                            || body.kind().equals("interface") && !isMethod;
            var names = isOfType ? ofType : ofObjects;
            if (isMethod) {
                names.add(method.group(1));
            } else {
                for (var part : declared.replaceAll("<[^;()]*>", " ").split(",")) {
                    var field = FIELD.matcher("a " + part.stripTrailing());
                    if (field.find()) {
                        names.add(field.group(1));
                    }
                }
            }
        }
    }

    /** Returns what stands in a body and in no braces inside of it, which end what they belong to. */
    private static String outermost(String all, int from) {
        var text = new StringBuilder();
        int depth = 0;
        for (int at = from; at < all.length() && depth >= 0; at++) {
            char sign = all.charAt(at);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            text.append(sign == '}' && depth == 0 ? ";" : depth == 0 && sign != '}' ? sign : "");
        }
        return text.toString();
    }
}
