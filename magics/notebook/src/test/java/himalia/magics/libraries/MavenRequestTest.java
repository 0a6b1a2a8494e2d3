package himalia.magics.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MavenRequestTest {
    private static List<String> read(String line) {
        return MavenRequest.coordinates(List.of(line.split(" ")));
    }

    @Test
    void aRangeMayHaveBlanks() {
        assertThat(read("g:a:[1.0, 2.0) h:b:1")).containsExactly("g:a:[1.0,2.0)", "h:b:1");
        assertThat(read("h:b:1 g:a:( , 2.0 ]")).containsExactly("h:b:1", "g:a:(,2.0]");
        assertThat(read("g:a:[1,2), [3,4) h:b")).containsExactly("g:a:[1,2),[3,4)", "h:b");
        assertThat(MavenRequest.coordinates(List.of("g:a:[1.0, 2.0)")))
                .containsExactly("g:a:[1.0,2.0)");
        assertThat(read("g:a:[1.0,2.0) h:b:[1] c:d"))
                .containsExactly("g:a:[1.0,2.0)", "h:b:[1]", "c:d");
        assertThat(read("g:a: h:b:1")).containsExactly("g:a:", "h:b:1");
        assertThat(read("g:a h:b:1")).containsExactly("g:a", "h:b:1");
    }

    @Test
    void beakerXPartsACoordinateByBlanksOrByColons() {
        assertThat(ClasspathMagic.coordinates(List.of("g", "a", "1"))).containsExactly("g:a:1");
        assertThat(ClasspathMagic.coordinates(List.of("g:a:1"))).containsExactly("g:a:1");
        assertThat(ClasspathMagic.coordinates(List.of("g:a:1", "h:b:2", "i:c:3")))
                .containsExactly("g:a:1", "h:b:2", "i:c:3");
    }
}
