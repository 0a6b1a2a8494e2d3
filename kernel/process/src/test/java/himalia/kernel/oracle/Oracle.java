package himalia.kernel.oracle;

import himalia.kernel.oracle.Told.Ending;
import java.util.List;

/** Runs sequences in the kernel, and says where it differs from what JShell made of them. */
final class Oracle {
    private final KernelSession kernel;
    private int parted;

    Oracle(KernelSession kernel) {
        this.kernel = kernel;
    }

    /** Runs the cells as they are written, as often as JShell did. */
    List<String> asWritten(Sequence sequence, List<Round> rounds) {
        var comparison = new Comparison();
        kernel.reset();
        for (var round : rounds) {
            for (int i = 0; i < sequence.cells().size(); i++) {
                var source = sequence.cells().get(i);
                comparison.cell(source, round.told(i), kernel.run(source));
            }
            compareVariables(comparison, round);
        }
        return comparison.found();
    }

    /** Runs the cells once, as long as both may be in the same state. */
    List<String> untilTheyPart(Sequence sequence, Round round) {
        var found = untilTheyPart(sequence, round, false);
        if (found.isEmpty() || !round.waits().contains(true)) {
            return found;
        }
        var until = untilTheyPart(sequence, round, true);
        parted += until.isEmpty() ? 1 : 0;
        return until;
    }

    /** Returns how many sequences were left where something waited, and JShell had a variable otherwise. */
    int parted() {
        return parted;
    }

    /** Asks for the variables after each cell where it is of interest when they came to differ. */
    private List<String> untilTheyPart(Sequence sequence, Round round, boolean stepwise) {
        var comparison = new Comparison();
        kernel.reset();
        boolean waited = false;
        boolean refused = false;
        for (int i = 0; i < sequence.cells().size(); i++) {
            var source = sequence.cells().get(i);
            var told = kernel.run(source);
            comparison.cell(source, round.told(i), told);
            if (stepwise && i < round.size() - 1) {
                compareVariables(comparison, round, i);
            }
            if (isSlip(round.told(i))) {
                return List.of();
            }
            // What does not compile JShell forgets, if it was declared before; the kernel keeps it.
            refused |= round.told(i).ending() == Ending.REFUSED;
            boolean waits = refused || waited || round.waits().get(i);
            waited = round.waits().get(i);
            if (refusesAll(round, i, source, told)
                    || waits && !comparison.found().isEmpty() && told.ending() != Ending.BROKEN) {
                // A type of which a body waits JShell refuses, and the kernel takes it as far as it
                // goes.
                return List.of();
            }
        }
        // A variable whose value met something that waits JShell has as before, or as 0: it is
        // declared then, and its old place may be gone.
        if (waited) {
            return comparison.found();
        }
        compareVariables(comparison, round);
        int last = round.size() - 1;
        if (stepwise && last > 0 && round.waits().get(last - 1)) {
            // So it is where it waited until the last cell declared what was missing.
            var source = sequence.cells().get(last);
            return comparison.found().stream().filter(each -> !isVariableOf(source, each)).toList();
        }
        return comparison.found();
    }

    private static boolean isVariableOf(String source, String difference) {
        var first = difference.lines().findFirst().orElse("");
        return first.startsWith("variable ")
                && source.matches(
                        "(?s).*\\b" + first.substring("variable ".length()).strip() + " *=.*");
    }

    private static boolean waits(Step step) {
        return step.told().ending() == Ending.WAITS;
    }

    /** JShell keeps a method that waits beside the one that is declared in its place, and finds no end. */
    private static boolean isSlip(Told jshell) {
        return jshell.thrown().matches("(?s).*both method (\\S+) in +and method \\1 in .*");
    }

    /**
     * Whether the kernel refuses a cell of which JShell runs a part: behind what threw stands what does not compile, or
     * its parts contradict each other.
     */
    private static boolean refusesAll(Round round, int cell, String source, Told kernel) {
        if (kernel.ending() != Ending.REFUSED) {
            return false;
        }
        var steps = round.cells().get(cell);
        int reached = steps.stream().mapToInt(each -> each.source().length()).sum();
        return round.told(cell).ending() == Ending.THREW && reached < source.length()
                || steps.size() > 1 && steps.stream().anyMatch(Oracle::waits);
    }

    /** Runs one snippet a cell. */
    List<String> inPieces(Round round) {
        var comparison = new Comparison();
        kernel.reset();
        for (var step : round.steps()) {
            comparison.cell(step.source(), step.told(), kernel.run(step.source()));
        }
        compareVariables(comparison, round);
        return comparison.found();
    }

    /** Runs everything as one cell; only where JShell took all of it. */
    List<String> whole(Round round) {
        var comparison = new Comparison();
        var source = new StringBuilder();
        var printed = new StringBuilder();
        var steps = round.steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            source.append(step.source());
            if (i < steps.size() - 1) {
                source.append(step.open() ? "\n;\n" : "\n");
            }
            printed.append(step.told().printed());
        }
        kernel.reset();
        var last = steps.get(steps.size() - 1).told();
        comparison.cell(
                source.toString(),
                new Told(last.ending(), last.thrown(), last.value(), printed.toString()),
                kernel.run(source.toString()));
        compareVariables(comparison, round);
        return comparison.found();
    }

    /** Compares what they are in the end. */
    private void compareVariables(Comparison comparison, Round round) {
        compareVariables(comparison, round, round.size() - 1);
    }

    private void compareVariables(Comparison comparison, Round round, int cell) {
        var variables = round.variables().get(cell);
        var valid =
                variables.keySet().stream()
                        .filter(name -> !variables.get(name).equals(Round.WAITS))
                        .toList();
        comparison.variables(variables, kernel.names(), kernel.values(valid));
    }
}
