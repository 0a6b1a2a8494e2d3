package himalia.worker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the user's code stands on a stack. */
final class UserFrames {
    private static final String CELLS = "REPL.";
    private static final String INITIALISER = "<clinit>";

    private UserFrames() {}

    /** Returns whether a frame is of a class that a cell declared, or was made into. */
    static boolean isOfCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(CELLS);
    }

    /** Returns the classes of the user's that are being initialised, the innermost first. */
    static List<String> initialised(StackTraceElement[] frames) {
        return Stream.of(frames)
                .filter(frame -> isOfCell(frame) && frame.getMethodName().equals(INITIALISER))
                .map(StackTraceElement::getClassName)
                .toList();
    }

    /** Returns whether the calling thread initialises a class of the user's. */
    static boolean initialising() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.anyMatch(
                                        frame ->
                                                frame.getMethodName().equals(INITIALISER)
                                                        && frame.getClassName().startsWith(CELLS)));
    }

    /** Returns the method of the user's through which a thread came into the user's code, if it is in it. */
    static Optional<String> entry(StackTraceElement[] frames) {
        return entry(
                Stream.of(frames).map(frame -> frame.getClassName() + "." + frame.getMethodName()));
    }

    /** Returns the same for the calling thread. */
    static Optional<String> entry() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                entry(
                                        frames.map(
                                                frame ->
                                                        frame.getClassName()
                                                                + "."
                                                                + frame.getMethodName())));
    }

    private static Optional<String> entry(Stream<String> methods) {
        // A lambda's own class has a slash in its name, and is hidden from some who ask.
        return methods.filter(method -> method.startsWith(CELLS) && method.indexOf('/') < 0)
                .reduce((inner, outer) -> outer);
    }

    /** Returns whether a library that the user's code called initialises a class: one that fails then fails for ever. */
    static boolean libraryInitialises(StackTraceElement[] frames) {
        return Stream.of(frames)
                .takeWhile(frame -> !isOfCell(frame))
                .anyMatch(frame -> frame.getMethodName().equals(INITIALISER));
    }

    /**
     * Returns whether the user's code, or a library that it called, is on top: nothing of ours, no class being loaded, and
     * none of the user's being initialised, unless it had its time.
     */
    static boolean onTop(StackTraceElement[] frames, boolean initialisersToo) {
        if (!initialisersToo && !initialised(frames).isEmpty()) {
            return false;
        }
        for (var frame : frames) {
            var name = frame.getClassName();
            boolean initialises = frame.getMethodName().equals(INITIALISER);
            if (name.startsWith(CELLS)) {
                return true;
            }
            if (initialises
                    || name.startsWith("himalia.worker.")
                    || name.startsWith("himalia.link.")
                    || name.startsWith("jdk.internal.loader.")
                    || name.equals("java.lang.ClassLoader")) {
                return false;
            }
        }
        return false;
    }
}
