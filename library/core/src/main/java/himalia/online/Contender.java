package himalia.online;

import himalia.model.Model;
import himalia.model.OnlineLearner;
import himalia.model.OnlineTrainer;
import himalia.model.Schema;
import himalia.model.Trainer;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** A model on the stream, with what goes on learning behind it, if something does. */
final class Contender {
    private Model model;
    private final @Nullable OnlineLearner learner;

    private Contender(Model model, @Nullable OnlineLearner learner) {
        this.model = model;
        this.learner = learner;
    }

    /** Trains on rows that are there before the stream. */
    static Contender of(Trainer trainer, boolean goesOn, Table rows, String label) {
        if (goesOn && trainer instanceof OnlineTrainer online) {
            return of(online.start(rows, label), rows);
        }
        return new Contender(trainer.fit(rows, label), null);
    }

    private static Contender of(OnlineLearner learner, Table rows) {
        learner.partialFit(rows);
        return new Contender(learner.snapshot(), learner);
    }

    /** Returns the model of another one as it is now. */
    static Contender still(Contender other) {
        return new Contender(other.model, null);
    }

    /** Trains another one from scratch, for the same classes. */
    Contender afresh(Trainer trainer, Table rows, Schema schema) {
        return learner == null
                ? new Contender(trainer.fit(rows, schema.label()), null)
                : of(learner.trainer().start(schema), rows);
    }

    /** Has a copy learn from rows. */
    Contender further(Table rows) {
        if (learner == null) {
            throw new IllegalStateException(model + " does not go on learning");
        }
        return of(learner.copy(), rows);
    }

    Model model() {
        return model;
    }

    /** Learns from rows that it was judged by. */
    void learn(Table rows) {
        if (learner != null) {
            learner.partialFit(rows);
            model = learner.snapshot();
        }
    }
}
