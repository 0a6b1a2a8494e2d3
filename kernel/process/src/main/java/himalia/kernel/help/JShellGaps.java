package himalia.kernel.help;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.cells.MethodsOfObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What JShell's completion leaves out, found by asking it for something else, and what it offers by mistake. */
final class JShellGaps {
    private static final Pattern REFERENCE =
            Pattern.compile("([A-Z]\\w*(?:\\.[A-Z]\\w*)*)\\s*::\\z");

    private static final Pattern MADE = Pattern.compile("\\bnew\\s+((?:\\w+\\.)*[A-Z]\\w*)\\.\\z");

    /** Each type above is asked twice. */
    private static final int MOST_ABOVE = 4;

    private final Function<String, List<String>> shell;
    private final JdkMembers jdk;

    /**
     * Those of a shell.
     *
     * @param shell gives what may stand at the end of code, methods with a parenthesis
     * @param jdk knows what is inherited from types of the JDK's
     */
    JShellGaps(Function<String, List<String>> shell, JdkMembers jdk) {
        this.shell = shell;
        this.jdk = jdk;
    }

    /** Returns what is left out behind a dot or a reference at the end of code. */
    Stream<String> behindDot(String place, String prefix, boolean isEmpty) {
        // A reference by a type is of its objects' methods most often; JShell knows the static
        // ones.
        var type = REFERENCE.matcher(place);
        if (type.find()) {
            return ofObject("", type.group(1), prefix).filter(each -> each.contains("("));
        }
        return isEmpty
                ? BoundOfVariable.of(place).stream().flatMap(each -> ofObject("", each, prefix))
                : Stream.empty();
    }

    /** Returns whether something is rightly offered at the end of code: of a type that an object is made of those that stand in it, and not what its constructors take. */
    Predicate<String> offeredBehindNew(String place) {
        var made = MADE.matcher(place);
        if (!made.find()) {
            return each -> true;
        }
        var code = place.substring(0, made.start()) + made.group(1) + ".";
        var nested =
                shell.apply(Context.of(code).wrapped()).stream()
                        .map(JShellGaps::name)
                        .collect(Collectors.toSet());
        return each -> nested.isEmpty() || nested.contains(name(each));
    }

    /** Returns what the body of a class may name alone at the end of code, which is the beginning of all of it. */
    Stream<String> inClass(String before, String prefix, String code) {
        var place = before.stripTrailing();
        return prefix.isEmpty() || place.endsWith(".") || place.endsWith("::")
                ? Stream.empty()
                : MembersInReach.atEndOf(before).stream()
                        .flatMap(each -> inClass(each, before, prefix, code))
                        .filter(each -> !MethodsOfObject.has(name(each)));
    }

    private Stream<String> inClass(
            MembersInReach members, String before, String prefix, String code) {
        var below =
                members.below(code).stream()
                        .filter(each -> each.text().startsWith(prefix))
                        .map(
                                each ->
                                        each.kind() == Entry.Kind.METHOD
                                                ? each.text() + "("
                                                : each.text());
        var inherited =
                members.above().stream()
                        .limit(MOST_ABOVE)
                        .flatMap(each -> inherited(each, members, before, prefix));
        var constants = members.constants().stream().filter(each -> each.startsWith(prefix));
        return Stream.concat(constants, Stream.concat(below, inherited));
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
            return known.get().stream().filter(each -> each.startsWith(prefix));
        }
        var start = isOfCell ? new OwnCalls(before).before(before.length()) : "";
        // Static methods of an interface are called by its name.
        var ofType =
                at(start, above.type() + "." + prefix)
                        .filter(each -> !above.isInterface() || !each.contains("("))
                        .filter(each -> !each.equals("class"));
        return members.isStatic()
                ? ofType
                : Stream.concat(ofType, ofObject(start, above.type(), prefix));
    }

    private Stream<String> ofObject(String start, String type, String prefix) {
        return at(start, "((%s) null).%s".formatted(type, prefix));
    }

    private Stream<String> at(String start, String asked) {
        return shell.apply(Context.of(start + asked).wrapped()).stream();
    }

    private static String name(String continuation) {
        return continuation.replaceFirst("\\(.*", "");
    }
}
