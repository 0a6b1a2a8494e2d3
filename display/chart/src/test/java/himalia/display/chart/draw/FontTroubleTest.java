package himalia.display.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FontTroubleTest {
    private static final String FREETYPE =
            "this Java cannot draw text, as it finds no libfreetype.so.6;"
                    + " install it, on Debian and Ubuntu with apt-get install libfreetype6";

    @Test
    void theLibraryThatIsMissingIsNamedWithItsPackage() {
        assertThat(lineOf("libfreetype.so.6")).isEqualTo(FREETYPE);
        assertThat(lineOf("libharfbuzz.so.0"))
                .isEqualTo(
                        "this Java cannot draw text, as it finds no libharfbuzz.so.0;"
                                + " install it, on Debian and Ubuntu with apt-get install libharfbuzz0b");
        assertThat(lineOf("libpng16.so.16"))
                .isEqualTo(
                        "this Java cannot draw text, as it finds no libpng16.so.16;"
                                + " install the package that has it");
    }

    @Test
    void muslSaysTheSameInOtherWords() {
        var error =
                new UnsatisfiedLinkError(
                        "/jdk/lib/libfontmanager.so: Error loading shared library libfreetype.so.6:"
                                + " No such file or directory (needed by /jdk/lib/libfontmanager.so)");
        assertThat(FontTrouble.of(error).line()).isEqualTo(FREETYPE);
    }

    @Test
    void theSecondChartIsToldAsTheFirstWas() {
        var later = new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");
        later.initCause(
                new ExceptionInInitializerError(
                        "Exception java.lang.UnsatisfiedLinkError: "
                                + missing("libfreetype.so.6")
                                + " [in thread \"cell\"]"));
        assertThat(FontTrouble.of(later).line()).isEqualTo(FREETYPE);
    }

    @Test
    void anyOtherTroubleIsToldByItsCause() {
        var line =
                "this Java cannot draw text: java.lang.RuntimeException: Fontconfig head is null,"
                        + " check your fonts; on Debian and Ubuntu,"
                        + " apt-get install fontconfig fonts-dejavu-core may help";
        var first =
                new InternalError(
                        new RuntimeException("Fontconfig head is null, check your fonts"));
        assertThat(FontTrouble.of(first).line()).isEqualTo(line);
        var later = new NoClassDefFoundError("Could not initialize class Fonts");
        later.initCause(
                new ExceptionInInitializerError(
                        "Exception java.lang.RuntimeException: Fontconfig head is null,"
                                + " check your fonts [in thread \"cell\"]"));
        assertThat(FontTrouble.of(later).line()).isEqualTo(line);
    }

    @Test
    void whoCanDrawHasNoTrouble() {
        assertThat(FontTrouble.here()).isEmpty();
        assertThat(
                        FontTrouble.in(
                                () -> {
                                    throw new UnsatisfiedLinkError(missing("libfreetype.so.6"));
                                }))
                .contains(new FontTrouble(FREETYPE));
    }

    private static String lineOf(String library) {
        return FontTrouble.of(new UnsatisfiedLinkError(missing(library))).line();
    }

    private static String missing(String library) {
        return "/usr/lib/jvm/jdk/lib/libfontmanager.so: "
                + library
                + ": cannot open shared object file: No such file or directory";
    }
}
