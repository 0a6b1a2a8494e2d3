package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.DeclarationRegistry;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.cells.MethodsOfObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What JShell's completion leaves out, found by asking it for something else, and what it offers by mistake. */
final class JShellGaps {
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+((?:\\w+\\.)*[A-Z]\\w*)\\.\\z");

    private static final Pattern NEW = Pattern.compile("\\bnew\\s+\\z");

    /** Each type above is asked twice. */
    private static final int MOST_ABOVE = 4;

    private final Function<String, List<String>> shell;
    private final JdkMembers jdk;
    private final MadeTypes made;

    /**
     * Those of a shell.
     *
     * @param shell gives what may stand at the end of code, methods with a parenthesis
     * @param jdk knows what is inherited from types of the JDK's
     * @param cells what cells declare
     */
    JShellGaps(Function<String, List<String>> shell, JdkMembers jdk, DeclarationRegistry cells) {
        this.shell = shell;
        this.jdk = jdk;
        this.made = new MadeTypes(cells, jdk);
    }

    /**
     * Returns all that stands behind a dot or a reference, where JShell does not know it; nothing where it does.
     *
     * @param before what stands before the prefix
     * @param code the whole code
     * @param isEmpty whether JShell knows nothing there
     */
    Stream<String> behindDot(String before, String prefix, String code, boolean isEmpty) {
        var place = before.stripTrailing();
        if (place.endsWith("::")) {
            var rest = code.substring(before.length() + prefix.length());
            return referred(place, prefix, rest);
        }
        var typed = before + prefix;
        // In a type JShell knows some of what stands there, and not what stands below.
        if (!isEmpty && TypeBody.around(Cutter.bare(typed)).isEmpty()) {
            return Stream.empty();
        }
        var moved = new BelowFirst(typed, code).moved();
        var found = moved.map(shell).orElse(List.of());
        return found.isEmpty() && isEmpty
                ? TypeVariables.asBounds(moved.orElse(Context.of(typed).wrapped()))
                        .flatMap(each -> shell.apply(each).stream())
                : found.stream();
    }

    /** Returns the methods that a reference may be of: by a type those of its objects too. */
    private Stream<String> referred(String place, String prefix, String rest) {
        var type = ByType.referred(place);
        var behind = place.substring(0, place.length() - 2) + "." + prefix;
        var ofObject = type.flatMap(each -> ByType.ofObject(place + prefix));
        var methods =
                Stream.concat(Stream.of(behind), ofObject.stream())
                        .flatMap(each -> wherever(each, rest))
                        .filter(each -> each.contains("("));
        boolean isMade =
                "new".startsWith(prefix)
                        && type.filter(each -> made.has(each, place + rest)).isPresent();
        return isMade ? Stream.concat(Stream.of("new"), methods) : methods;
    }

    /** Returns what may stand at the end of code, of what stands above and below. */
    private Stream<String> wherever(String typed, String rest) {
        var found = new BelowFirst(typed, typed + rest).moved().map(shell).orElse(List.of());
        return found.isEmpty() ? at("", typed) : found.stream();
    }

    /** Returns whether something is rightly offered at the end of code: of a type that an object is made of those that stand in it, and not what its constructors take. */
    Predicate<String> offeredBehindNew(String place) {
        var newType = MADE.matcher(place);
        if (!newType.find()) {
            return each -> true;
        }
        var nested = nested(place, newType).map(JShellGaps::name).collect(Collectors.toSet());
        return each -> nested.isEmpty() || nested.contains(name(each));
    }

    /** Returns the interfaces in the type that an object is made of: one of a class without a name is. */
    Stream<String> interfacesBehindNew(String place, String prefix, String code) {
        var newType = MADE.matcher(place);
        if (!newType.find()) {
            return Stream.empty();
        }
        var type = newType.group(1);
        return nested(place, newType)
                .filter(each -> each.startsWith(prefix) && isType(each))
                .filter(each -> made.isInterface(type, each, code));
    }

    /** Returns what stands in the type that an object is made of. */
    private Stream<String> nested(String place, MatchResult made) {
        return at(place.substring(0, made.start()), made.group(1) + ".");
    }

    /** Returns what code may name alone at a place, of the types around it and of what the cell declares further below. */
    Stream<String> inReach(String before, String prefix, String code) {
        var place = before.stripTrailing();
        boolean isMember = place.endsWith(".") || place.endsWith("::");
        if (prefix.isEmpty() || isMember || !MembersInReach.mayBeNamed(before)) {
            return Stream.empty();
        }
        boolean isMade = NEW.matcher(before).find();
        var members = MembersInReach.around(before);
        var ofTypes = members.stream().flatMap(each -> own(each, code));
        var inherited =
                members.stream()
                        .flatMap(each -> each.above().stream().map(above -> Map.entry(each, above)))
                        .limit(MOST_ABOVE)
                        .flatMap(each -> inherited(each.getValue(), each.getKey(), before, prefix));
        var ofCell = written(new BelowFirst(before + prefix, code).names());
        return Stream.of(ofTypes, inherited, ofCell)
                .flatMap(each -> each)
                .filter(each -> each.startsWith(prefix))
                .filter(each -> !MethodsOfObject.has(name(each)))
                .filter(each -> !isMade || isType(each));
    }

    private static Stream<String> own(MembersInReach members, String code) {
        return Stream.concat(members.constants(code).stream(), written(members.below(code)));
    }

    private static Stream<String> written(List<LocalNames.Name> names) {
        return names.stream()
                .map(each -> each.kind() == Entry.Kind.METHOD ? each.text() + "(" : each.text());
    }

    /** A constant is written in capitals. */
    private static boolean isType(String name) {
        return name.matches("[A-Z]\\w*") && (name.length() == 1 || !name.matches("[A-Z\\d_]+"));
    }

    private Stream<String> inherited(
            MembersInReach.Above above, MembersInReach members, String before, String prefix) {
        boolean isOfCell =
                LocalNames.atEndOf(before).stream()
                        .anyMatch(
                                each ->
                                        each.kind() == Entry.Kind.TYPE
                                                && each.text().equals(above.type()));
        var known =
                isOfCell
                        ? Optional.<List<String>>empty()
                        : jdk.of(above.type(), members.isStatic());
        if (known.isPresent()) {
            return known.get().stream();
        }
        var start = isOfCell ? new OwnCalls(before).before(before.length()) : "";
        // Static methods of an interface are called by its name.
        var ofType =
                at(start, above.type() + "." + prefix)
                        .filter(each -> !above.isInterface() || !each.contains("("))
                        .filter(each -> !each.equals("class"));
        return members.isStatic()
                ? ofType
                : Stream.concat(ofType, at(start, ByType.object(above.type()) + prefix));
    }

    private Stream<String> at(String start, String asked) {
        return shell.apply(Context.of(start + asked).wrapped()).stream();
    }

    private static String name(String continuation) {
        return continuation.replaceFirst("\\(.*", "");
    }
}
