package himalia.kernel.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs sequences in every way, and gathers what differs. JShell's engines redefine classes whose bodies alone changed, so
 * that their state is kept, or make them anew ({@link Redefining}). What is as one of them has it is right.
 */
final class Differences {
    private static final int AHEAD = 50;
    private static final int TWICE = 2;

    private final Engines jshell;
    private final KernelSession kernel;
    private final Oracle oracle;
    private final Consumer<String> hearer;
    private int asOther;
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    Differences(Engines jshell, KernelSession kernel, Consumer<String> hearer) {
        this.hearer = hearer;
        this.jshell = jshell;
        this.kernel = kernel;
        this.oracle = new Oracle(kernel);
    }

    /** The ways to run a sequence. */
    enum Way {
        /** Cell by cell, as written, and a second time on top of that. */
        CELLS,
        /** All as one cell. */
        WHOLE,
        /** One snippet a cell. */
        PIECES
    }

    /** Runs sequences in all ways while JShell works ahead. */
    void runAll(List<Sequence> sequences) {
        var answers = new ArrayList<CompletableFuture<List<Round>>>();
        sequences.forEach(sequence -> answers.add(jshell.ask(sequence, TWICE)));
        for (int i = 0; i < sequences.size(); i++) {
            var rounds = answers.get(i).join();
            for (var way : Way.values()) {
                var differences = run(sequences.get(i), rounds, way);
                if (!differences.isEmpty()) {
                    note(name(sequences.get(i), way), differences);
                }
            }
        }
    }

    /**
     * Runs generated programs cell by cell. Where a piece of a cell is wrong, the kernel runs nothing of it and JShell
     * what stands before: such cells are run piece by piece.
     */
    void runGenerated(long firstSeed, int count) {
        for (long from = firstSeed; from < firstSeed + count; from += AHEAD) {
            var programs =
                    LongStream.range(from, Math.min(from + AHEAD, firstSeed + count))
                            .mapToObj(seed -> new Generator(seed).program())
                            .toList();
            var answers = programs.stream().map(program -> jshell.ask(program, 1)).toList();
            for (int i = 0; i < programs.size(); i++) {
                var program = programs.get(i);
                var rounds = answers.get(i).join();
                var apart = apart(program, rounds.get(0));
                var differences =
                        differencesOf(
                                apart, apart == program ? rounds : jshell.ask(apart, 1).join());
                if (!differences.isEmpty()) {
                    var kind = kind(differences.get(0));
                    var small =
                            new Shrinking(jshell.first(), each -> differs(each, kind))
                                    .smallest(apart);
                    note(
                            small.text().replaceFirst("^#### ", ""),
                            differencesOf(small, jshell.ask(small, 1).join()));
                }
            }
        }
    }

    private List<String> differencesOf(Sequence program, List<Round> rounds) {
        var differences = oracle.untilTheyPart(program, rounds.get(0));
        if (differences.isEmpty()) {
            return differences;
        }
        // Each thing as one of the engines has it: then none is told of all.
        var things = new HashSet<String>();
        differences.forEach(each -> things.add(thing(each)));
        for (var other : jshell.others()) {
            var round = other.ask(program, 1).join().get(0);
            var apart = apart(program, round);
            if (apart != program) {
                // Another engine refuses what the first does not: all of it is as that one has it,
                // or nothing is said.
                var theirs = other.ask(apart, 1).join();
                if (oracle.untilTheyPart(apart, theirs.get(0)).isEmpty()) {
                    things.clear();
                }
            } else {
                var told = new HashSet<String>();
                oracle.untilTheyPart(program, round).forEach(each -> told.add(thing(each)));
                things.retainAll(told);
            }
            if (things.isEmpty()) {
                asOther++;
                return List.of();
            }
        }
        return differences;
    }

    private static String thing(String difference) {
        return difference.lines().findFirst().orElse("");
    }

    private boolean differs(Sequence program, String kind) {
        var rounds = jshell.ask(program, 1).join();
        return apart(program, rounds.get(0)) == program
                && differencesOf(program, rounds).stream()
                        .anyMatch(each -> kind(each).equals(kind));
    }

    private static String kind(String difference) {
        return difference.replaceAll("(?s)^(\\w+).*JShell: (\\w*).*kernel: (\\w*).*", "$1 $2 $3");
    }

    private static Sequence apart(Sequence program, Round round) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < program.cells().size(); i++) {
            var steps = round.cells().get(i);
            if (runsNothing(round.told(i)) && !isAlone(steps, program, i)) {
                steps.forEach(step -> cells.add(step.source().strip()));
            } else {
                cells.add(program.cells().get(i));
            }
        }
        return cells.equals(program.cells()) ? program : new Sequence(program.name(), cells);
    }

    private static boolean runsNothing(Told told) {
        return told.ending() == Told.Ending.REFUSED || Comparison.waits(told);
    }

    private static boolean isAlone(List<Step> steps, Sequence program, int cell) {
        return steps.get(0).source().strip().equals(program.cells().get(cell).strip());
    }

    /** Runs a sequence in one way. */
    List<String> run(Sequence sequence, Way way) {
        return run(sequence, jshell.ask(sequence, TWICE).join(), way);
    }

    private List<String> runOnce(Sequence sequence, List<Round> rounds, Way way) {
        var first = rounds.get(0);
        return switch (way) {
            case CELLS -> oracle.asWritten(sequence, rounds);
            case WHOLE ->
                    first.wentWell() && sequence.cells().size() > 1
                            ? oracle.whole(first)
                            : List.of();
            case PIECES ->
                    first.steps().size() > sequence.cells().size()
                            ? oracle.inPieces(first)
                            : List.of();
        };
    }

    private List<String> run(Sequence sequence, List<Round> rounds, Way way) {
        var differences = runOnce(sequence, rounds, way);
        if (differences.isEmpty()
                || jshell.others().stream().noneMatch(other -> agrees(other, sequence, way))) {
            return differences;
        }
        asOther++;
        return List.of();
    }

    private boolean agrees(JShellProcess other, Sequence sequence, Way way) {
        return runOnce(sequence, other.ask(sequence, TWICE).join(), way).isEmpty();
    }

    private void note(String name, List<String> differences) {
        found.put(name, differences);
        hearer.accept(name + "\n" + String.join("\n", differences));
    }

    private static String name(Sequence sequence, Way way) {
        return sequence.name() + " " + way.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the differences by name and way. */
    Map<String, List<String>> found() {
        return found;
    }

    /** Says how much ran, and how much of it JShell had to run for the kernel. */
    String summary() {
        return "%d cells ran, %d of them in JShell's pieces %s; %d runs differ, %d are as another engine of JShell has them, %d part where something waits"
                .formatted(
                        kernel.cells(),
                        kernel.cellsOfShell(),
                        kernel.reasons(),
                        found.size(),
                        asOther,
                        oracle.parted());
    }
}
