package himalia.magics.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.serving.Endpoint;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class DeployMagicTest {
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Model model = new LogisticRegression(1.0).fit(ModelTables.rows(100, 1), "y");

    @Test
    void itServesAModelUnderItsName() throws Exception {
        var test = ModelTables.rows(50, 2);
        try (var endpoint = deploy("local", "--name", "churn", new Value("model", model))) {
            assertThat(endpoint.inferUrl()).hasPath("/v2/models/churn/infer").hasHost("127.0.0.1");
            assertThat(endpoint.predict(test)).isEqualTo(model.predict(test));
        }
    }

    @Test
    void slipsAreOneMessageUnderTheMagicsName() throws Exception {
        try (var endpoint = deploy("local", new Value("model", model))) {
            var port = Integer.toString(endpoint.url().getPort());
            assertThatThrownBy(() -> deploy("local", "--port", port, new Value("model", model)))
                    .hasMessage(
                            "%deploy: port "
                                    + port
                                    + " of 127.0.0.1 cannot be had (Address already in use); choose another one, or 0 for a free one");
        }
        assertThatThrownBy(() -> deploy("cloud", new Value("model", model)))
                .hasMessage(
                        "%deploy: no target 'cloud'; there are: local. %deploy --help tells more.");
        assertThatThrownBy(() -> deploy("local", "model"))
                .hasMessageStartingWith(
                        "%deploy local: MODEL takes a Java expression of type Model, got the text 'model'; an expression with spaces or quotes stands in braces, {…}.");
    }

    @Test
    void theSameLineAgainTakesThePlaceOfWhatItServed() throws Exception {
        String port;
        try (var free = deploy("local", new Value("model", model))) {
            port = Integer.toString(free.url().getPort());
        }
        var words = new Object[] {"local", "--name", "a", "--port", port, new Value("m", model)};
        var first = deploy(words);
        try (var second = deploy(words)) {
            assertThat(first.isOpen()).isFalse();
            assertThat(second.isOpen()).isTrue();
            first.close();
            words[2] = "b";
            assertThatThrownBy(() -> deploy(words)).hasMessageContaining("cannot be had");
            words[2] = "a";
            try (var third = deploy(words)) {
                assertThat(second.isOpen()).isFalse();
                assertThat(third.isOpen()).isTrue();
            }
        }
    }

    @Test
    void theSessionClosesWhatItServes() throws Exception {
        var notebook = new RecordingNotebook(Path.of("."));
        var words = List.<Object>of("local", "--name", "churn", new Value("model", model));
        try (var endpoint = (Endpoint) catalog.line(notebook, "deploy", words)) {
            assertThat(endpoint).isNotNull();
            assertThat(notebook.closing()).containsExactly("the server of model churn");
        }
    }

    private Endpoint deploy(Object... words) throws Exception {
        return (Endpoint)
                catalog.line(new RecordingNotebook(Path.of(".")), "deploy", List.of(words));
    }

    /** A model of the user's that cannot be served. */
    record Silent(RuntimeException failure) implements Model {
        @Override
        public Schema schema() {
            throw failure;
        }

        @Override
        public Trainer trainer() {
            return new LogisticRegression(1.0);
        }

        @Override
        public Predictions predict(Table table) {
            throw new IllegalArgumentException("it has read nothing yet");
        }
    }

    @Test
    void aModelThatCannotBeServedTakesNoOthersPlace() throws Exception {
        String port;
        try (var free = deploy("local", new Value("model", model))) {
            port = Integer.toString(free.url().getPort());
        }
        var words = new Object[] {"local", "--name", "a", "--port", port, new Value("m", model)};
        try (var first = deploy(words)) {
            for (var failure :
                    List.of(
                            new IllegalArgumentException("it has read nothing yet"),
                            new IllegalStateException("it has read nothing yet"))) {
                words[5] = new Value("s", new Silent(failure));
                assertThatThrownBy(() -> deploy(words)).hasMessageEndingWith("read nothing yet");
                assertThat(first.isOpen()).isTrue();
            }
        }
    }

    @Test
    void aNameOnAFreePortIsServedOnce() throws Exception {
        var words = new Object[] {"local", "--name", "free", new Value("m", model)};
        var first = deploy(words);
        try (var other = deploy("local", "--name", "other", new Value("m", model));
                var second = deploy(words)) {
            assertThat(first.isOpen()).isFalse();
            assertThat(second.isOpen()).isTrue();
            assertThat(other.isOpen()).isTrue();
        }
    }
}
