package himalia.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documentation comments, read and written again as Markdown. */
class DocMarkdownTest {
    @Test
    void aCommentBecomesMarkdown() {
        var comment =
                """
                Counts <b>rows</b> &lt; {@code n < 3}, as {@link java.util.List#size() sizes} do.

                <p>See {@link #other(int)} and <a href="https://example.org/x">the site</a>:
                <ul>
                  <li>one
                  <li>two
                </ul>
                <pre>{@code
                for (int i = 0; i < 3; i++) {
                    go();
                }
                }</pre>

                @param n how many,
                    at most
                @param <T> what
                @return the count
                @throws IllegalStateException if closed
                @since 3
                @deprecated use another
                """;
        assertThat(DocMarkdown.of(comment))
                .isEqualTo(
                        """
                        Counts **rows** < `n < 3`, as sizes do.

                        See `other(int)` and [the site](https://example.org/x):

                        - one
                        - two

                        ```
                        for (int i = 0; i < 3; i++) {
                            go();
                        }
                        ```

                        - **n**: how many, at most
                        - **<T>**: what

                        **Returns** the count
                        - **throws IllegalStateException**: if closed

                        **Deprecated** use another""");
    }

    @Test
    void whatIsRaisedOrLoweredIsNoDigitOfTheNumberBefore() {
        assertThat(DocMarkdown.of("From 2<sup>48</sup> to 2<sup>n - 1</sup>-1, x<sub>i</sub>."))
                .isEqualTo("From 2^48 to 2^(n - 1)-1, x_i.");
        assertThat(DocMarkdown.of("open <sup>a, closed</sub> twice</sup> and <sup></sup> empty"))
                .contains("a, closed", "empty");
    }

    @Test
    void whatIsNoTagAndNoElementStaysAsItIs() {
        assertThat(DocMarkdown.of("a < b, {@nonsense x} & c @ d"))
                .isEqualTo("a < b, {@nonsense x} & c @ d");
        assertThat(DocMarkdown.of(" \n")).isEmpty();
    }

    @Test
    void aSignatureIsTakenApart() {
        assertThat(
                        MemberSignature.of(
                                "String Gson.toJson(Object src, java.lang.reflect.Type... types)"))
                .isEqualTo(
                        new MemberSignature(
                                "Gson", "toJson", Optional.of(List.of("Object", "Type[]"))));
        assertThat(
                        MemberSignature.of(
                                "<T>T a.b.C.f(java.util.Map<? extends K, V> map, int[] n) throws java.io.IOException"))
                .isEqualTo(new MemberSignature("a.b.C", "f", Optional.of(List.of("Map", "int[]"))));
        assertThat(MemberSignature.of("ArrayList<E>()"))
                .isEqualTo(new MemberSignature("ArrayList", "ArrayList", Optional.of(List.of())));
        assertThat(MemberSignature.of("java.util.Map.Entry<K, V>"))
                .isEqualTo(new MemberSignature("java.util.Map.Entry", "", Optional.empty()));
        assertThat(MemberSignature.of("Integer.MAX_VALUE:int"))
                .isEqualTo(new MemberSignature("Integer", "MAX_VALUE", Optional.empty()));
    }

    @Test
    void theCommentsOfASourceAreFoundByWhatTheyStandBefore() {
        var comments =
                SourceComments.read(
                        """
                        package a;
                        import b.Above;
                        /** A type. @param size how big it is */
                        public record Thing(int size) implements Above, Beside<String> {
                            /** A field. */ static final int N = 1;
                            /** Made of text. */ public Thing(String... texts) { this(texts.length); }
                            /** Adds a map. */ void add(java.util.Map<String, int[]> map) {}
                            /** Inside. */ enum Inner { /** The first. */ ONE }
                        }
                        """);
        assertThat(comments.comment("Thing", MemberSignature.of("a.Thing")).strip())
                .isEqualTo("A type. @param size how big it is");
        assertThat(comments.comment("Thing", MemberSignature.of("int Thing.size()")).strip())
                .isEqualTo("how big it is");
        assertThat(comments.comment("Thing", MemberSignature.of("Thing.N:int")).strip())
                .isEqualTo("A field.");
        assertThat(comments.comment("Thing", MemberSignature.of("Thing(String... texts)")).strip())
                .isEqualTo("Made of text.");
        assertThat(
                        comments.comment(
                                        "Thing",
                                        MemberSignature.of(
                                                "void Thing.add(Map<String, int[]> map)"))
                                .strip())
                .isEqualTo("Adds a map.");
        assertThat(
                        comments.comment(
                                        "Thing.Inner",
                                        MemberSignature.of("Thing.Inner.ONE").asConstant())
                                .strip())
                .isEqualTo("The first.");
        assertThat(comments.comment("Thing", MemberSignature.of("a.Thing(int size)")).strip())
                .isEqualTo("A type. @param size how big it is");
        assertThat(comments.above("Thing")).containsExactly("b.Above", "a.Beside");
    }

    @Test
    void pagesOfJavadocAreReadToo() {
        var page =
                """
                <div class="block">The <em>type</em>.</div>
                <section class="detail" id="&lt;init&gt;(int)"><div class="block">Makes one.</div></section>
                <section class="detail" id="toJson(java.lang.Object,int[])"><div class="block">To text.</div></section>
                <section class="detail" id="none()"></section>
                <section class="detail" id="SIZE"><div class="block">A constant.</div></section>
                """;
        var comments = new PageComments(page);
        assertThat(comments.comment("C", MemberSignature.of("a.C")))
                .isEqualTo("The <em>type</em>.");
        assertThat(comments.comment("C", MemberSignature.of("C(int n)"))).isEqualTo("Makes one.");
        assertThat(comments.comment("C", MemberSignature.of("String C.toJson(Object o, int[] n)")))
                .isEqualTo("To text.");
        assertThat(comments.comment("C", MemberSignature.of("void C.none()"))).isEmpty();
        assertThat(comments.comment("C", MemberSignature.of("C.SIZE:int")))
                .isEqualTo("A constant.");
        var old =
                new PageComments(
                        "<a name=\"f-java.lang.String-int:A-\"></a><div class=\"block\">Old.</div>");
        assertThat(old.comment("C", MemberSignature.of("void C.f(String s, int[] n)")))
                .isEqualTo("Old.");
    }
}
