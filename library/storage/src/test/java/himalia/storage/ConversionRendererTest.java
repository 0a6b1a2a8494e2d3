package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConversionRendererTest {
    private static String shown(Conversion done) {
        return new ConversionRenderer().render(done).text();
    }

    @Test
    void whatWasConvertedStandsBesideWhatCameOfIt() {
        assertThat(
                        shown(
                                new Conversion(
                                        Path.of("a/x.csv"),
                                        Path.of("b/x.parquet"),
                                        1,
                                        2,
                                        2_000,
                                        1_000)))
                .isEqualTo(
                        "x.csv (by row, as text) → x.parquet (by column): 1 row, 2 columns, 2.0 kB → 1.0 kB (50 %)");
    }

    @Test
    void whatWasOnlyWrittenCameFromNowhere() {
        var file = Path.of("x.parquet");
        assertThat(shown(new Conversion(file, file, 1_200, 1, 0, 10)))
                .isEqualTo("x.parquet (by column): 1,200 rows, 1 column, 10 bytes");
    }

    @Test
    void aFileWithAnotherEndingWasReadAsCsv() {
        assertThat(shown(new Conversion(Path.of("x.txt"), Path.of("x.arrow"), 1, 1, 10, 10)))
                .isEqualTo(
                        "x.txt (by row, as text) → x.arrow (by column): 1 row, 1 column, 10 bytes → 10 bytes (100 %)");
    }
}
