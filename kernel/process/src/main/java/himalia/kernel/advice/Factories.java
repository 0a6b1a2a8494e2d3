package himalia.kernel.advice;

import himalia.display.bundle.Listed;
import himalia.javac.Problem;
import himalia.javac.Receiver;
import java.util.Optional;
import java.util.Set;

/** What makes an object of a type, where a static method of another name is called for it, as in {@code Table.of(…)}. */
final class Factories {
    /** What such methods are called most. */
    private static final Set<String> NAMES =
            Set.of(
                    "of",
                    "from",
                    "create",
                    "make",
                    "build",
                    "get",
                    "valueOf",
                    "newInstance",
                    "getInstance",
                    "instance");

    /** Those that can be read in a line. */
    private static final int MOST = 4;

    private Factories() {}

    /** Returns what does it; nothing where the method is called on an object, or meant for something else. */
    static Optional<String> hint(
            String kind, String name, Receiver receiver, Problem problem, String source) {
        var called = Advice.text(problem, source).replaceAll("\\s", "");
        boolean isMeant =
                kind.equals("method")
                        && NAMES.contains(name)
                        && ("." + called).endsWith("." + receiver.type() + "." + name);
        var makers = receiver.makers().stream().map(each -> each + "(…)").toList();
        return !isMeant || makers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s has no method %s; one is made by %s."
                                .formatted(receiver.type(), name, Listed.of(makers, MOST)));
    }
}
