package himalia.magics.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicException;
import himalia.model.Model;
import himalia.training.LogisticRegression;
import himalia.training.MultilayerPerceptron;
import himalia.transfer.Transfer;
import himalia.transfer.TransferResult;
import himalia.transfer.TransferStudy;
import himalia.transfer.TransferWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TransferMagicTest {
    private static final Table POOL = ModelTables.rows(80, 2);
    private static final Table TEST = ModelTables.rows(40, 3);
    private static final Model SOURCE =
            new MultilayerPerceptron(List.of(4), 3, 42).fit(ModelTables.rows(60, 1), "y");

    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();

    private Object transfer(Model source, String words) throws Exception {
        var all = new ArrayList<Object>(List.of(words.split(" ")));
        all.add("--source");
        all.add(new Value("model", source));
        all.add("--test");
        all.add(new Value("test", TEST));
        all.add(new Value("pool", POOL));
        return catalog.line(notebook, "transfer", all);
    }

    @Test
    void itGivesWhatPlainJavaGives() throws Exception {
        var result =
                (TransferResult)
                        transfer(
                                SOURCE,
                                "--label y --sizes 10,20 --draws 2 --epochs 3 --ways frozen,scratch"
                                        + " --rates 0.001,0.02 --seed 7");

        var tuned = Transfer.fineTune(SOURCE, 3, 7).withRates(0.001, 0.02);
        var twin =
                new TransferStudy(
                                tuned,
                                List.of(TransferWay.FROZEN, TransferWay.SCRATCH),
                                List.of(10, 20),
                                2)
                        .run(POOL, TEST, "y");
        assertThat(result.verdict()).isEqualTo(twin.verdict());
        assertThat(result.table().print()).isEqualTo(twin.table().print());
    }

    @Test
    void itSaysItsJava() throws Exception {
        transfer(SOURCE, "--label y --java");
        transfer(SOURCE, "--label y --ways fine_tune,raw --rates 0,0.02 --sizes 30 --java");
        assertThat(notebook.shown().toString())
                .contains(
                        "new TransferStudy(Transfer.fineTune(model, 60, 42L), List.of(20, 50, 100),"
                                + " 10).run(pool, test, \"y\")",
                        "new TransferStudy(Transfer.fineTune(model, 60, 42L).withRates(0.0, 0.02),"
                                + " List.of(TransferWay.FINE_TUNE, TransferWay.RAW), List.of(30),"
                                + " 10).run(pool, test, \"y\")");
    }

    @Test
    void slipsAreTold() {
        assertThatThrownBy(() -> transfer(SOURCE, "--label y"))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "%transfer: sizes are from 2, a row of each class, to 79, one less than"
                                + " there are to draw from, got 100");
        var linear = new LogisticRegression(1.0).fit(POOL, "y");
        assertThatThrownBy(() -> transfer(linear, "--label y"))
                .hasMessageStartingWith(
                        "%transfer: a model of LogisticRegression has no layers to take over; ");
        assertThatThrownBy(() -> transfer(SOURCE, "--label y --ways frozn"))
                .hasMessageContaining("frozn")
                .hasMessageContaining("frozen");
        assertThatThrownBy(() -> transfer(SOURCE, "--label lable --sizes 10"))
                .hasMessageStartingWith("%transfer: no column 'lable'");
    }

    @Test
    void anInterruptIsHeard() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> transfer(SOURCE, "--label y --sizes 10 --draws 2 --epochs 2"))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("TransferStudy was interrupted after 0 of 2 draws");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(notebook.shown()).isEmpty();
    }
}
