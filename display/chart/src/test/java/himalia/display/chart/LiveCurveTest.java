package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import org.junit.jupiter.api.Test;

class LiveCurveTest {
    @Test
    void pointsGrowIntoCurvesAndTheEndSaysHowItEnded() {
        try (var curve = LiveCurve.start("Training", "epoch", "loss")) {
            curve.add("train", 1, 0.9);
            curve.add("validation", 1, 1.0);
            curve.add("train", 2, 0.5);
            curve.finish("2 epochs, loss 0.5");
            assertThat(curve.text())
                    .isEqualTo(
                            """
                            Training · live curve · loss by epoch
                            2 epochs, loss 0.5
                              train: 2 points, from 0.9 at 1 to 0.5 at 2, between 0.5 and 0.9
                              validation: 1 point, from 1 at 1 to 1 at 1, between 1 and 1""");
            assertThatThrownBy(() -> curve.add("train", 3, 0.4))
                    .hasMessage("the live curve 'Training' is finished; start another one");
        }
    }

    @Test
    void aRunOfAMillionStepsKeepsItsShapeAndItsLastPoint() {
        try (var curve = LiveCurve.start("Training", "step", "loss")) {
            for (int step = 0; step <= 1_000_000; step++) {
                curve.add("train", step, step);
            }
            assertThat(curve.text()).contains("from 0 at 0 to 1,000,000 at 1,000,000");
        }
    }

    @Test
    void anInterruptedCellIsToldInTheLastStateEvenOfAClosedCurve() {
        var open = LiveCurve.start("Open", "epoch", "loss");
        var closed = LiveCurve.start("Closed", "epoch", "loss");
        var done = LiveCurve.start("Done", "epoch", "loss");
        closed.close();
        done.finish("3 epochs");
        Display.cellEnded(CellEnd.INTERRUPTED);
        assertThat(open.text())
                .isEqualTo("Open · live curve · loss by epoch\ninterrupted\n  no data");
        assertThat(closed.text())
                .isEqualTo("Closed · live curve · loss by epoch\ninterrupted\n  no data");
        assertThat(done.text()).isEqualTo("Done · live curve · loss by epoch\n3 epochs\n  no data");
    }
}
