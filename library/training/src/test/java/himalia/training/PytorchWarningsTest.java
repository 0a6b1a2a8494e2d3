package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.search.PopulationBasedTraining;
import himalia.search.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PyTorch writes to the process itself, and once in it, so that another one is asked. */
class PytorchWarningsTest {
    /** A network that goes on from another one's layers, in a process of its own. */
    static final class Copies {
        private Copies() {}

        public static void main(String[] args) {
            var space = SearchSpace.of("rate=log(1e-4, 0.3), batch=choice(16, 64)");
            var population =
                    new PopulationBasedTraining(space, 4, 42)
                            .start(
                                    new MultilayerPerceptron(List.of(8), 2, 42),
                                    heldOut("breast_cancer", false),
                                    "y",
                                    heldOut("breast_cancer", true),
                                    "log_loss")
                            .run(2);
            System.out.println("best: " + population.best());
        }
    }

    @Test
    @Tag("once")
    void aNetworkThatGoesOnFromAnotherWarnsOfNothing() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Copies.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (var in = process.inputReader()) {
            assertThat(in.lines().toList())
                    .anyMatch(line -> line.startsWith("best: "))
                    .noneMatch(line -> line.contains("AutoNonVariableTypeMode"));
        }
    }
}
