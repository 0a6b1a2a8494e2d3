package himalia.search;

import himalia.model.Model;
import himalia.model.OnlineLearner;
import himalia.model.OnlineTrainer;
import himalia.model.RecordParts;
import himalia.model.Trainer;
import himalia.training.MultilayerPerceptron;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** What a member of a population has learnt so far; nothing changes it. */
interface Continuation {
    /**
     * Returns what has learnt on from here.
     *
     * @param settings those of the next generation
     * @param generation its number
     */
    Continuation learn(Trainer settings, int generation);

    Model model();

    /**
     * Begins where nothing is learnt.
     *
     * @throws IllegalArgumentException if the trainer begins anew each time
     */
    static Continuation start(Trainer trainer, Table train, String label) {
        if (trainer instanceof MultilayerPerceptron) {
            return new OfNetwork(train, label, null);
        }
        if (trainer instanceof OnlineTrainer online) {
            var learner = online.start(train, label);
            // Refuses those that never go on with other settings.
            learner.copy(online);
            return new OfLearner(train, learner);
        }
        throw new IllegalArgumentException(
                "%s begins anew each time; take a MultilayerPerceptron, an SgdClassifier or an SgdRegressor, or search its settings by a Study"
                        .formatted(trainer.name()));
    }

    /** A network, whose epochs of each generation have an order of their own. */
    record OfNetwork(Table train, String label, @Nullable Model before) implements Continuation {
        @Override
        public Continuation learn(Trainer settings, int generation) {
            var network = (MultilayerPerceptron) settings;
            var now =
                    (MultilayerPerceptron)
                            RecordParts.with(network, "seed", network.seed() + generation);
            return new OfNetwork(
                    train,
                    label,
                    before == null ? now.fit(train, label) : now.fit(train, label, before));
        }

        @Override
        public Model model() {
            if (before == null) {
                throw new IllegalStateException("the network has learnt nothing yet");
            }
            return before;
        }
    }

    /** A learner, which sees the rows in their order. */
    record OfLearner(Table train, OnlineLearner learner) implements Continuation {
        @Override
        public Continuation learn(Trainer settings, int generation) {
            var next = learner.copy((OnlineTrainer) settings);
            next.partialFit(train);
            return new OfLearner(train, next);
        }

        @Override
        public Model model() {
            return learner.snapshot();
        }
    }
}
