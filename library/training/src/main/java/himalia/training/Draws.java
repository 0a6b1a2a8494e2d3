package himalia.training;

import himalia.display.bundle.Progress;
import himalia.model.Model;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * Trains one model of each of several draws.
 *
 * @param whole who asks, for messages
 * @param member what is trained on each draw
 */
record Draws(Trainer whole, Trainer member, int members, long seed) {
    /** A draw that lacks a class is drawn again. */
    private static final int TRIES = 100;

    List<Model> trained(Table table, String label, Function<SplittableRandom, Table> draw) {
        var random = new SplittableRandom(seed);
        var models = new ArrayList<Model>();
        try (var kept = KeptTraining.ofMembers(Draws.class, whole.name(), members, "member");
                var progress = Progress.whenLong("members", members)) {
            boolean ends = false;
            while (models.size() < members && !ends) {
                int done = models.size();
                ends = kept.endsAfter(done);
                if (!ends) {
                    try {
                        models.add(
                                TrainingInterrupted.part(
                                        whole.name(),
                                        done,
                                        kept.of(),
                                        () -> drawn(table, label, draw, random.split())));
                        progress.advance(1);
                    } catch (CancellationException e) {
                        ends = kept.keepsUnfinished(done);
                        if (!ends) {
                            throw e;
                        }
                    }
                }
            }
            if (ends) {
                kept.toldOfThose(models.size());
            } else {
                progress.finish("");
            }
            return models;
        } catch (RuntimeException e) {
            models.forEach(Model::close);
            throw e;
        }
    }

    private Model drawn(
            Table table,
            String label,
            Function<SplittableRandom, Table> draw,
            SplittableRandom random) {
        return labelled(trained(draw.apply(random), table, label));
    }

    private Model labelled(Model model) {
        try {
            Target.checkLabelled(model, whole.name());
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** What a member cannot take it tells itself, of the whole table: of its draws nobody knows. */
    private Model trained(Table bag, Table table, String label) {
        try {
            return member.fit(bag, label).withoutRows();
        } catch (IllegalArgumentException e) {
            member.fit(table, label).close();
            throw e;
        }
    }

    /**
     * Returns rows that are drawn until they have so many classes.
     *
     * @param codes the class of each row of the table
     * @throws IllegalArgumentException if that does not happen
     */
    static int[] withClasses(int[] codes, int classes, String label, Supplier<int[]> draw) {
        int[] rows = draw.get();
        for (var other = 1; other < TRIES && classes(rows, codes) < classes; other++) {
            rows = draw.get();
        }
        if (classes(rows, codes) >= classes) {
            return rows;
        }
        throw new IllegalArgumentException(
                "none of %d draws of %d rows had a row of %s of '%s'; draw more rows, take a table of more rows, or leave out the rarest class"
                        .formatted(
                                TRIES,
                                rows.length,
                                classes == classes(codes) ? "every class" : classes + " classes",
                                label));
    }

    private static long classes(int[] codes) {
        return Arrays.stream(codes).distinct().count();
    }

    private static long classes(int[] rows, int[] codes) {
        return Arrays.stream(rows).map(row -> codes[row]).distinct().count();
    }
}
