package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Display;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.KeptWork;
import himalia.display.bundle.MimeBundle;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one training. From the first on, an interrupt ends it with the best model so far, where it is all that somebody asked for; a
 * part of something larger ends that with it.
 */
final class KeptTraining implements AutoCloseable {
    private final String name;
    private final int wanted;
    private final String unit;
    private final InterruptCheck interrupt = new InterruptCheck();
    private final boolean isAlone;
    private @Nullable KeptWork work;

    /**
     * Begins before the first round.
     *
     * @param name the trainer's name
     * @param wanted how many rounds there are at most
     * @param unit what they are called, in the singular
     */
    KeptTraining(String name, int wanted, String unit) {
        this(name, wanted, unit, Alone.isOnThisThread());
    }

    private KeptTraining(String name, int wanted, String unit, boolean isAlone) {
        this.isAlone = isAlone;
        this.name = name;
        this.wanted = wanted;
        this.unit = unit;
    }

    /**
     * Begins before the first member of an ensemble is trained.
     *
     * @param loop what trains one member after the other
     */
    static KeptTraining ofMembers(Class<?> loop, String name, int wanted, String unit) {
        return new KeptTraining(name, wanted, unit, Alone.isEnsembleOnThisThread(loop));
    }

    /** Says what an interrupt leaves of members: all that were finished. */
    static String ofThose(int done, int wanted, String unit) {
        return "interrupted after %d of %s: this is the model of those"
                .formatted(done, Amount.of(wanted, unit));
    }

    /** Lets an interrupt wait from here on, for parts that end as soon as they hear of it. */
    void begin() {
        if (isAlone && work == null) {
            work = KeptWork.begin(unit);
        }
    }

    /**
     * Returns whether it is to end here with what it has, asked between two rounds.
     *
     * @param done how many rounds are over
     * @throws TrainingInterrupted if it is to end without
     */
    boolean endsAfter(int done) {
        if (!keepsAfter(done)) {
            check(done);
            return false;
        }
        begin();
        if (work != null && work.isGivenUp()) {
            // Whoever pressed again has gone on, and may have given the variable another value.
            check(done);
        }
        return isInterrupted();
    }

    /** Code of a user's, as in a block or an objective, may have swallowed what it heard. */
    private boolean isInterrupted() {
        return interrupt.isInterrupted() || isWaitedFor();
    }

    /** Returns whether somebody has interrupted the cell and waits, whatever became of that on the thread. */
    boolean isWaitedFor() {
        return work != null && work.isInterrupted();
    }

    /** Ends it without a model, if it is interrupted. */
    void check(int done) {
        TrainingInterrupted.check(name, done, of(), interrupt);
    }

    /** Returns whether an interrupt after so many rounds leaves a model. */
    boolean keepsAfter(int done) {
        return isAlone && done > 0;
    }

    /** Returns whether a part that heard of the interrupt leaves the model of those before it. */
    boolean keepsUnfinished(int done) {
        return isInterrupted() && keepsCancelled(done);
    }

    /** Returns the same of a part that was cancelled, as elsewhere, where the interrupt is heard first. */
    boolean keepsCancelled(int done) {
        return keepsAfter(done) && (work == null || !work.isGivenUp());
    }

    /** Tells the user that he has the model of all members so far, and returns that. */
    String toldOfThose(int done) {
        return told(ofThose(done, wanted, unit));
    }

    /**
     * Tells the user which model he has, and returns that for those who ask the model.
     *
     * @param isJudged whether rows that were kept aside say which round is the best; else it is the last
     */
    String told(int done, int best, boolean isJudged) {
        var words =
                "interrupted after %d %s: this is the model of %s %d, %s"
                        .formatted(
                                done,
                                of(),
                                unit,
                                best,
                                isJudged
                                        ? "the best for the rows that were kept aside"
                                        : "the last that was finished");
        return told(words);
    }

    private String told(String words) {
        if (Display.isWatched()) {
            Display.display(MimeBundle.plain("%s was %s".formatted(name, words)));
        }
        return words;
    }

    /** Returns of how many rounds, for messages. */
    String of() {
        return "of " + Amount.of(wanted, unit);
    }

    @Override
    public void close() {
        if (work != null) {
            work.close();
        }
    }
}
