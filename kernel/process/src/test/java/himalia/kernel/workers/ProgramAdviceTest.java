package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs from a textbook, pasted whole. */
@Timeout(60)
class ProgramAdviceTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aProgramWithAPackageIsDeclaredAndSaysHowItIsRun() {
        cells.run(
                """
                package com.example.shop;

                import java.util.*;

                class Product {
                    final String name;
                    Product(String name) { this.name = name; }
                }

                public class Shop {
                    private static int count = 0;

                    public static void main(String[] args) {
                        for (var each : List.of(new Product("Tea"), new Product("Bun"))) {
                            System.out.println(each.name + " " + ++count + " " + args.length);
                        }
                    }
                }
                """);
        assertThat(cells.printed())
                .isEqualTo(
                        """
                        [notice] the line 'package com.example.shop;' is left out: what cells declare is in no package, and needs no import
                        [notice] Shop is declared; its main is run by Shop.main(new String[0])
                        """);
        cells.run("Shop.main(new String[0]);");
        assertThat(cells.printed()).isEqualTo("Tea 1 0\nBun 2 0\n");
    }

    @Test
    void errorsInAProgramWithAPackageStandInTheirLines() {
        assertThat(cells.failure("package a;\n\nclass B { int c = \"d\"; }"))
                .startsWith("Error in cell 1, line 3: incompatible types");
        assertThat(cells.failure("package a.b;\nclass C { void d() { e() } }"))
                .startsWith("Error in cell 2, line 2: ';' expected");
        assertThat(cells.failure("class M { static void main(String[] a) { int b = \"c\"; } }"))
                .contains("incompatible types");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aMainWithoutAClassIsAMethod() {
        cells.run("public static void main(String... args) { System.out.println(\"hi\"); }");
        cells.run("void main() { System.out.println(\"ho\"); }");
        assertThat(cells.printed())
                .isEqualTo(
                        "[notice] main is declared; it is run by main(new String[0])\n"
                                + "[notice] main is declared; it is run by main()\n");
        cells.run("main(new String[0]); main();");
        assertThat(cells.printed()).isEqualTo("hi\nho\n");
    }

    @Test
    void whoRunsItNeedsNoAdvice() {
        cells.run(
                "class Hello { public static void main(String[] a) { System.out.println(\"hi\"); } }\nHello.main(null);");
        assertThat(cells.printed()).isEqualTo("hi\n");
    }
}
