package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.MimeBundle;
import himalia.display.chart.mark.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts where AWT cannot draw text, as in a container without libfreetype. */
class FontlessMachineTest {
    private static final String LINE =
            "\n[no PNG: this Java cannot draw text, as it finds no libfreetype.so.6;"
                    + " install it, on Debian and Ubuntu with apt-get install libfreetype6]";

    private final Chart chart = new Fontless(Charts.bar("Rows", List.of("no", "yes"), 3, 1));

    private record Fontless(Chart chart) implements Chart {
        @Override
        public Figure figure() {
            return chart.figure();
        }

        @Override
        public byte[] png() {
            throw new UnsatisfiedLinkError(
                    "/jdk/lib/libfontmanager.so: libfreetype.so.6: cannot open shared object file");
        }
    }

    @Test
    void aChartIsItsWordsItsSvgAndTheLineThatSaysWhatToInstall() {
        var bundle = new ChartRenderer().render(chart);
        assertThat(bundle.text()).isEqualTo("Rows · bar chart\n  value: no 3, yes 1" + LINE);
        assertThat(bundle.data()).containsOnlyKeys("text/plain", "image/svg+xml", "text/html");
        assertThat(bundle.data()).containsEntry(MimeBundle.SVG, chart.svg());
    }

    @Test
    void anInteractiveChartStaysInteractive() {
        var bundle = chart.interactive().bundle();
        assertThat(bundle.text()).isEqualTo("Rows · bar chart\n  value: no 3, yes 1" + LINE);
        assertThat(bundle.data())
                .containsOnlyKeys("text/plain", "application/vnd.vegalite.v5+json");
    }
}
