package himalia.magics.training;

import himalia.display.bundle.MimeBundle;
import himalia.evaluation.TrainedModel;
import himalia.evaluation.clustering.ClusterAgreement;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.model.Labels;
import himalia.model.Target;
import himalia.model.UnsupervisedTrainer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Training without a label.
 *
 * @param label a column that is left out, and compared with the groups
 */
record Unsupervised(
        UnsupervisedTrainer trainer, Table train, @Nullable String label, @Nullable Table test) {
    TrainedModel run(Notebook notebook) {
        if (test != null) {
            throw new MagicException(
                    "%%train: %s predicts no label that --test could judge; leave it out, and ask model.predict(test)"
                            .formatted(trainer.name()));
        }
        if (label == null) {
            return TrainedModel.of(trainer, train);
        }
        // Numbers are no groups: refused here as wherever classes are wanted.
        var known = Labels.toLearn(train, label);
        var model = TrainedModel.of(trainer, train, label);
        if (model.schema().target() instanceof Target.Groups) {
            var found = model.predict(train).groups();
            notebook.display(ClusterAgreement.of(known.codes(), found));
        } else {
            notebook.display(
                    MimeBundle.plain(
                            "column '%s' was left out; scores of anomaly are compared with no label"
                                    .formatted(label)));
        }
        return model;
    }

    Optional<String> java(JavaText java) {
        var given = label == null ? java.list(trainer, train) : java.list(trainer, train, label);
        return Optional.of(java.type(TrainedModel.class) + ".of(" + given + ")");
    }
}
