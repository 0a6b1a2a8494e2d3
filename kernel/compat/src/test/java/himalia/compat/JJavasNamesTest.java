package himalia.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.JJava;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.JavaNotebookStatics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What notebooks and libraries written for JJava call does the same under JJava's names. */
class JJavasNamesTest {
    private FakeNotebook notebook;

    @BeforeEach
    void connect() {
        notebook = FakeNotebook.connected();
    }

    record Length(int metres) {}

    @Test
    void allDoorsLeadToOneKernel() {
        assertThat(
                        new BaseKernel[] {
                            JavaNotebookStatics.kernel(),
                            JavaNotebookStatics.getKernelInstance(),
                            JJava.getKernelInstance(),
                            BaseKernel.notebookKernel()
                        })
                .containsOnly(JavaKernel.INSTANCE);
    }

    @Test
    void aRegisteredRendererDrawsTheValue() {
        JavaKernel.INSTANCE
                .getRenderer()
                .createRegistration(Length.class)
                .preferring(MIMEType.TEXT_HTML)
                .register(
                        (length, context) ->
                                context.renderIfRequested(
                                        MIMEType.TEXT_HTML,
                                        () -> "<i>" + length.metres() + " m</i>"));
        assertThat(BaseNotebookStatics.render(new Length(3)).bundle().data())
                .containsEntry("text/html", "<i>3 m</i>")
                .containsEntry("text/plain", "Length[metres=3]");
    }

    @Test
    void magicsAreGivenTheKernelTheirWordsAndTheBody() {
        var seen = new ArrayList<Object>();
        JavaKernel.INSTANCE
                .getMagicsRegistry()
                .registerLineMagic(
                        "jline",
                        (BaseKernel kernel, List<String> words) -> {
                            seen.add(kernel);
                            return words.size();
                        })
                .registerCellMagic(
                        "jcell",
                        (BaseKernel kernel, List<String> words, String body) -> body + words);
        assertThat((Integer) BaseNotebookStatics.lineMagic("jline", List.of("a", "b")))
                .isEqualTo(2);
        assertThat((String) BaseNotebookStatics.cellMagic("jcell", List.of("w"), "body"))
                .isEqualTo("body[w]");
        assertThat(seen).containsExactly(JavaKernel.INSTANCE);
        assertThat(JavaKernel.INSTANCE.getMagics())
                .isSameAs(JavaKernel.INSTANCE.getMagicsRegistry());
    }

    @Test
    void theIdOfADisplayIsATextByWhichItIsUpdated() {
        var data = new DisplayData("first");
        data.setDisplayId("mine");
        assertThat(BaseNotebookStatics.display(data)).isEqualTo(notebook.shown.get(0).id());
        String id = BaseNotebookStatics.display(1);
        BaseNotebookStatics.updateDisplay(id, 2);
        assertThat(notebook.shown.get(2))
                .isEqualTo(new FakeNotebook.Shown("update", id, notebook.shown.get(2).bundle()));
        assertThat(notebook.shown.get(2).bundle().text()).isEqualTo("2");
    }
}
