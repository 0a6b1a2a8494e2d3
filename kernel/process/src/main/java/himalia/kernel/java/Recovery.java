package himalia.kernel.java;

import himalia.display.bundle.Listed;
import himalia.javac.Stopped;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** After a worker was lost: a new one with the classes of types and methods; the variables are gone, and are named. */
final class Recovery {
    private static final int MOST_NAMED = 12;

    private static final String AGAIN = ": run the cell that sets it again, or all with %replay.";
    private static final String WITH_PROCESS = "was lost with the process that ran the cells";
    private static final String BY_RENEWAL = "was lost when a new process began to run the cells";

    private final Compiler compiler;

    Recovery(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * What became of the session.
     *
     * @param why what ended the worker
     * @param lost the variables that are gone
     * @param ended the jobs and servers that ended with it
     * @param anew the types whose static fields start anew
     * @param jars what became of the user's jars
     */
    record Report(
            String why,
            List<String> lost,
            List<String> ended,
            List<String> anew,
            List<String> jars) {
        String message() {
            var text =
                    new StringBuilder("the process that ran the cells is gone: ")
                            .append(why)
                            .append(". ");
            text.append("A new one is ready; types, methods and imports are kept. ");
            return text.append(toll()).toString();
        }

        /** Says what a change that the user asked for has cost. */
        String afterChange() {
            var kept = "A new process runs the cells; types, methods and imports are kept. ";
            return kept + toll();
        }

        private String toll() {
            return losses() + named(" Static fields start anew in ", anew, ".") + ofJars();
        }

        private String ofJars() {
            return jars.stream().map(" "::concat).collect(Collectors.joining());
        }

        private String losses() {
            if (lost.isEmpty() && ended.isEmpty()) {
                return "No variable was lost.";
            }
            return costs(lost, ended)
                    + ". Run the cells that made them again, or all of them with %replay.";
        }
    }

    /** Names what is lost, and what ended with it. */
    private static String costs(List<String> lost, List<String> ended) {
        return Stream.of(named("Lost variables: ", lost, ""), named("Ended with it: ", ended, ""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static String named(String before, List<String> all, String behind) {
        return all.isEmpty() ? "" : before + Listed.of(all, MOST_NAMED) + behind;
    }

    Report run() {
        var anew = staticState();
        boolean first = compiler.runner().lost();
        var ended = first ? compiler.runner().held() : List.<String>of();
        var why = compiler.runner().revive();
        var lost = first ? forget(WITH_PROCESS) : compiler.session().lastLost();
        return report(why, lost, ended, anew);
    }

    /** Replaces a process that lives, and has no memory left for what was asked of it. */
    Report replaceFull() {
        var anew = staticState();
        var ended = compiler.runner().held();
        compiler.runner().renew(true, true);
        var lost = forget(WITH_PROCESS);
        return report("it had no room left for that line", lost, ended, anew);
    }

    /** Asked before anything is forgotten: a type that uses a variable waits for it from then on. */
    private List<String> staticState() {
        try {
            return compiler.cells().typesWithStaticState();
        } catch (RuntimeException | StackOverflowError | Stopped unread) {
            // What is known of the rest is told all the same.
            return List.of();
        }
    }

    private Report report(String why, List<String> lost, List<String> ended, List<String> anew) {
        return new Report(why, lost, ended, anew, compiler.userJars().openedAnew());
    }

    /** Replaces a process that lives; where the new one does not start, {@code undo} and once more. */
    Report renew(Runnable undo) {
        var anew = staticState();
        var ended = compiler.runner().held();
        try {
            compiler.runner().renew(true, true);
            return report("", forget(BY_RENEWAL), ended, anew);
        } catch (IllegalArgumentException e) {
            undo.run();
            compiler.runner().renew(true, true);
            var costs = report("", forget(BY_RENEWAL), ended, anew).toll();
            throw new IllegalArgumentException(
                    e.getMessage()
                            + "; the process is a new one with the settings from before. "
                            + costs,
                    e);
        }
    }

    private List<String> forget(String how) {
        var lost = new ArrayList<String>();
        lost.addAll(lostFromCells());
        for (var variable : compiler.session().variables()) {
            lost.add(variable.name());
            compiler.drop(variable);
        }
        compiler.session().valuesGone(compiler.session(), how);
        compiler.session().lost(lost, name -> how + again(name));
        return lost;
    }

    /** What is replayed are the cells that ended well. */
    private String again(String name) {
        return compiler.session()
                .setInVain(name)
                .map(
                        by ->
                                ": run cell %d again, which sets it; %%replay leaves that out, because it did not end well."
                                        .formatted(by))
                .orElse(AGAIN);
    }

    /**
     * The variables of cells are no more. A method that used one would find null in its place: it waits until they are
     * back.
     */
    private List<String> lostFromCells() {
        var names = compiler.cells().names();
        var lost = names.variables().stream().map(Entry::name).toList();
        var moving = names.dependents(Set.copyOf(lost));
        names.forget(names.variables());
        names.forget(moving);
        for (var entry : moving) {
            if (entry.kind() != Entry.Kind.VARIABLE) {
                names.await(Waiting.lacking(entry, missing(entry, lost)));
            }
        }
        return lost;
    }

    /** A method may have used one by way of another method. */
    private static String missing(Entry entry, List<String> lost) {
        var direct = lost.stream().filter(entry.words()::contains).toList();
        return (direct.isEmpty() ? lost : direct)
                .stream().map(name -> "variable " + name).collect(Collectors.joining(", "));
    }
}
