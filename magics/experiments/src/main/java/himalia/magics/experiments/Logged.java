package himalia.magics.experiments;

import himalia.evaluation.Evaluation;
import himalia.evaluation.TrainedModel;
import himalia.experiments.RunDraft;
import himalia.model.Model;
import himalia.model.Trainer;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the words of a {@code %log} line add to a run. */
final class Logged {
    private Logged() {}

    static void add(Object value, RunDraft draft) {
        if (value instanceof Model model) {
            draft.model(model);
            if (model instanceof TrainedModel trained) {
                trained.judged().ifPresent(draft::report);
            }
        } else if (value instanceof Evaluation report) {
            draft.report(report);
        } else if (value instanceof Trainer trainer) {
            draft.trainer(trainer);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, number) -> metric(name + "=" + number, draft));
        } else {
            throw new IllegalArgumentException(
                    "a %s tells nothing about a run; give a model, a trainer, a report or a map of metrics"
                            .formatted(value.getClass().getSimpleName()));
        }
    }

    static void metric(String text, RunDraft draft) {
        pair(
                "--metric",
                text,
                (name, value) -> {
                    try {
                        draft.metric(name, Double.parseDouble(value));
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException(
                                "metric '%s' wants a number, got '%s'".formatted(name, value), e);
                    }
                });
    }

    static void pair(String option, String text, BiConsumer<String, String> use) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "%s wants name=value, got '%s'".formatted(option, text));
        }
        use.accept(text.substring(0, equals), text.substring(equals + 1));
    }
}
