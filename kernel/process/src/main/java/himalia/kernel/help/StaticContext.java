package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.help.Completion.Candidate;
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
        if (THIS.matcher(found.place).find() && TypeBody.around(Cutter.bare(before)).isEmpty()) {
            found.noObject = true;
        } else if (MAY_BE.matcher(before).find()) {
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
        var bare = Cutter.bare(before);
        var bodies = TypeBody.around(bare);
        int last = -1;
        for (int at = 0; at < bodies.size(); at++) {
            boolean isStatic =
                    bodies.get(at).isStatic(bare)
                            || at + 1 < bodies.size() && bodies.get(at + 1).isAlone();
            last = isStatic ? at : last;
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

    private static void read(TypeBody body, String all, Set<String> ofObjects, Set<String> ofType) {
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
