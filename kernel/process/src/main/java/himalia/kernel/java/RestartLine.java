package himalia.kernel.java;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A cell that only asks for another process, or an empty one: the one that there is need not be able to run it. */
final class RestartLine {
    private static final Pattern LINE =
            Pattern.compile(
                    "\\s*(?:%jvm\\s(?:[^\\n]*\\s)?--(?:heap|options|jdk|debugger|restart)|%reset)\\b[^\\n]*\\s*");

    /** What is thrown where a heap is full: later also by classes that could not be initialised then. */
    private static final Set<String> OF_FULL_HEAPS =
            Set.of(
                    "java.lang.OutOfMemoryError",
                    "java.lang.ExceptionInInitializerError",
                    "java.lang.NoClassDefFoundError");

    private static final Pattern ANY = Pattern.compile("\\s*%jvm\\b[^\\n]*\\s*");

    private static final Pattern LOOK = Pattern.compile("\\s*%jvm(?:[ \\t]+--verbose)?\\s*");

    private RestartLine() {}

    /** Whether a cell only asks for a look at the process. */
    static boolean isLook(Cell cell) {
        return LOOK.matcher(cell.text()).matches();
    }

    /** Whether a cell is of one line about the process, which the next one may run where the process is gone. */
    static boolean isAboutProcess(Cell cell) {
        return ANY.matcher(cell.text()).matches();
    }

    private static boolean is(Cell cell) {
        return LINE.matcher(cell.text()).matches() && !cell.text().contains("--help");
    }

    /** Whether a cell is one that failed because the process has no memory left. */
    static boolean foundNoRoom(
            Cell cell, SnippetRunner.Failure failure, List<SnippetRunner.Thrown> chain) {
        return is(cell)
                && (failure.kind().equals("memory")
                        || chain.stream()
                                .anyMatch(each -> OF_FULL_HEAPS.contains(each.className())));
    }
}
