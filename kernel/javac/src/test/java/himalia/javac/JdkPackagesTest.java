package himalia.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkPackagesTest {
    private static final String PROPERTY = "himalia.jdk.packages";
    private static final String BODY = "java.util.function.Supplier<String> text = () -> \"a\";";

    @TempDir private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void aClassIsFoundThatTheListNamesAndNoOther() throws IOException {
        use(image() + "java.util.function Supplier\nend\n");

        assertThat(errors(BODY)).isEmpty();
        assertThat(errors("java.util.function.Consumer<String> other;")).contains("Consumer");
        assertThat(errors("java.math.BigInteger notListed;")).isEmpty();
    }

    @Test
    void aPackageWithoutClassesHasThoseBelowIt() throws IOException {
        use(image() + "java \njava.util.function Supplier\nend\n");

        assertThat(errors(BODY)).isEmpty();
        assertThat(errors("java.None none;")).contains("None");
    }

    @Test
    void aListOfAnotherImageOrWithoutItsEndSaysNothing() throws IOException {
        for (var list :
                List.of(
                        "1 2\njava.util.function Consumer\nend\n",
                        image() + "java.util.function Consumer\n",
                        image() + "java.util.function Cons",
                        "")) {
            use(list);
            assertThat(errors(BODY)).as(list).isEmpty();
        }
        System.setProperty(PROPERTY, folder.resolve("none").toString());
        assertThat(errors(BODY)).isEmpty();
    }

    @Test
    void anotherJdksClassesAreThatJdksOwn() throws IOException {
        use(image() + "java.util.function Supplier\nend\n");
        var other = List.of("--system", System.getProperty("java.home"));

        assertThat(errors("java.util.function.Consumer<String> other;", other)).isEmpty();
    }

    @Test
    void bytesThatAreNoTextSayNothing() throws IOException {
        var file = Files.write(folder.resolve("list"), new byte[] {(byte) 0xc3, 0x28, 10});
        System.setProperty(PROPERTY, file.toString());

        assertThat(errors(BODY)).isEmpty();
    }

    private static String image() throws IOException {
        var image = Path.of(System.getProperty("java.home"), "lib", "modules");
        return Files.size(image) + " " + Files.getLastModifiedTime(image).toMillis() + "\n";
    }

    private void use(String list) throws IOException {
        var file = Files.writeString(folder.resolve("list"), list);
        System.setProperty(PROPERTY, file.toString());
    }

    private static String errors(String body) {
        return errors(body, List.of());
    }

    private static String errors(String body, List<String> options) {
        return new Javac("cells", options)
                .with(
                        "cells.A",
                        "package cells; public class A { " + body + " }",
                        Map.of(),
                        source -> source.analyze() ? "" : source.errors().toString());
    }
}
