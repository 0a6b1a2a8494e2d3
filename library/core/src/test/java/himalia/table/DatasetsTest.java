package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir Path folder;

    @Test
    void everyDataSetIsWrittenWholeAndNothingElse() throws Exception {
        for (var name : Datasets.names()) {
            assertThat(Datasets.save(name, folder.resolve("new"))).exists();
        }
        assertThat(Files.readAllLines(folder.resolve("new").resolve("bc_imbalanced.csv")))
                .hasSize(388);
        assertThat(Files.readAllLines(folder.resolve("new").resolve("birdstrikes.csv")))
                .hasSize(10_001);
        assertThat(Files.readAllLines(folder.resolve("new").resolve("breast_cancer.csv")))
                .hasSize(570);
        assertThat(Files.readAllLines(folder.resolve("new").resolve("digits.csv"))).hasSize(1_798);
        assertThat(Files.readAllLines(folder.resolve("new").resolve("flights.csv")))
                .hasSize(10_001);
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).hasSize(5);
        }
    }

    @Test
    void aNameThatIsNoneIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> Datasets.save("iris", folder))
                .hasMessage(
                        "no data set 'iris'; there are: bc_imbalanced, birdstrikes, breast_cancer, digits, flights");
    }
}
