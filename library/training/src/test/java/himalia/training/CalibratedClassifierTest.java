package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.calibration.CalibratedClassifier.Method;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.model.Trainer;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CalibratedClassifierTest {
    /** Is interrupted in one of its trainings, counted from 1. */
    private static CalibratedClassifier interruptedIn(int training) {
        var trained = new int[1];
        Trainer slow =
                (rows, label) -> {
                    if (++trained[0] == training) {
                        Thread.currentThread().interrupt();
                        TrainingInterrupted.check("Slow", 0, "of 1 round");
                    }
                    return new GaussianNB().fit(rows, label);
                };
        return new CalibratedClassifier(slow, Method.SIGMOID, new StratifiedKFold(3, 42));
    }

    @Test
    void anInterruptTellsOfNoValidationThatNobodyHas() {
        assertThatThrownBy(() -> interruptedIn(2).fit(table("breast_cancer"), "y"))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "CalibratedClassifier was interrupted after 1 of 3 folds; nothing of it is kept, since it is calibrated by all of them; fit it again")
                .hasRootCauseMessage("Slow was interrupted after 0 of 1 round");
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> interruptedIn(4).fit(table("breast_cancer"), "y"))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "CalibratedClassifier was interrupted in the training on all rows, after all folds; nothing of it is kept, since it is calibrated by all of them; fit it again");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aValidationOfItIsToldAsAnyOther() {
        var cv =
                CrossValidation.of(
                        interruptedIn(6), table("breast_cancer"), "y", new StratifiedKFold(2, 42));

        assertThatThrownBy(() -> cv.scores("accuracy"))
                .hasMessageStartingWith("cross-validation was interrupted after 1 of 2 folds; a ");
        assertThat(Thread.interrupted()).isTrue();
    }

    /**
     * One of the rows to learn from has log odds of 47. From scikit-learn: {@code CalibratedClassifierCV(make_pipeline(StandardScaler(),
     * LogisticRegression(tol=1e-12, max_iter=100000)), method="sigmoid", cv=KFold(5), ensemble=False)}.
     */
    @Test
    void aSigmoidLearnsFromLogOddsHoweverSureTheModelIs() {
        var calibrated =
                new CalibratedClassifier(
                        new LogisticRegression(1.0), Method.SIGMOID, new KFold(5, false, 0));

        var said =
                calibrated
                        .fit(heldOut("breast_cancer", false), "y")
                        .predict(heldOut("breast_cancer", true))
                        .ofClasses();

        assertThat(said.probability(54, 1)).isCloseTo(0.246789, within(1e-5));
        assertThat(said.probability(97, 1)).isCloseTo(0.176087, within(1e-5));
        assertThat(said.probability(11, 1)).isCloseTo(0.294560, within(1e-5));
        assertThat(said.probability(150, 1)).isCloseTo(0.303428, within(1e-5));
    }
}
