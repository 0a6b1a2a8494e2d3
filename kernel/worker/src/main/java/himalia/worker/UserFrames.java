package himalia.worker;

import java.util.Optional;
import java.util.stream.Stream;

/** Where the user's code stands on a stack. */
final class UserFrames {
    private static final String CELLS = "REPL.";

    private UserFrames() {}

    /** Returns whether a frame is of a class that a cell declared, or was made into. */
    static boolean isOfCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(CELLS);
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

    /** Returns whether the user's code, or a library that it called, is on top: nothing of ours, and no class being loaded. */
    static boolean onTop(StackTraceElement[] frames) {
        for (var frame : frames) {
            var name = frame.getClassName();
            boolean initialises = frame.getMethodName().equals("<clinit>");
            if (name.startsWith(CELLS)) {
                return !initialises;
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
