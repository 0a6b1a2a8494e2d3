package himalia.install.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookFileTest {
    @Test
    void aFileIsWrittenAsJupyterWritesIt() {
        var notebook =
                NotebookFile.parse(
                        """
                        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"b": 1.50, "a": []},
                         "cells": [{"id": "x", "cell_type": "code", "source": ["int i = 1;\\n", "i < 2"],
                           "metadata": {}, "execution_count": null, "outputs": [
                             {"output_type": "execute_result", "execution_count": 3, "metadata": {},
                              "data": {"text/plain": "a\\nb", "image/png": "QUJD\\nREVG", "application/json": ["k", 1]}}]}]}
                        """,
                        "t");

        assertThat(notebook.text())
                .isEqualTo(
                        """
                        {
                         "cells": [
                          {
                           "cell_type": "code",
                           "execution_count": null,
                           "id": "x",
                           "metadata": {},
                           "outputs": [
                            {
                             "data": {
                              "application/json": [
                               "k",
                               1
                              ],
                              "image/png": "QUJD\\nREVG",
                              "text/plain": [
                               "a\\n",
                               "b"
                              ]
                             },
                             "execution_count": 3,
                             "metadata": {},
                             "output_type": "execute_result"
                            }
                           ],
                           "source": [
                            "int i = 1;\\n",
                            "i < 2"
                           ]
                          }
                         ],
                         "metadata": {
                          "a": [],
                          "b": 1.50
                         },
                         "nbformat": 4,
                         "nbformat_minor": 5
                        }
                        """);
    }

    @Test
    void cellsWithoutIdsGetTheSameOnesEachTime() {
        var text =
                "{\"nbformat\": 4, \"nbformat_minor\": 2, \"cells\": ["
                        + "{\"cell_type\": \"code\", \"source\": \"1\"}, {\"cell_type\": \"code\", \"source\": \"1\"}]}";

        var ids = NotebookFile.parse(text, "t").cells().stream().map(NotebookCell::id).toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        assertThat(ids)
                .isEqualTo(
                        NotebookFile.parse(text, "t").cells().stream()
                                .map(NotebookCell::id)
                                .toList());
    }

    @Test
    void whatIsNoNotebookIsNamed() {
        assertThatThrownBy(() -> NotebookFile.read(Path.of("nowhere.ipynb")))
                .hasMessage("no notebook nowhere.ipynb");
        assertThatThrownBy(
                        () ->
                                NotebookFile.parse(
                                        "{\"nbformat\": 3, \"worksheets\": []}", "old.ipynb"))
                .hasMessage(
                        "old.ipynb is no notebook of nbformat 4 but of nbformat 3; open and save it"
                                + " once in JupyterLab");
        assertThatThrownBy(() -> NotebookFile.parse("int i;", "a.java"))
                .hasMessage(
                        "a.java is no notebook: it begins with 'int i;', and a notebook is JSON that"
                                + " begins with {");
        assertThatThrownBy(() -> NotebookFile.parse(" ", "a.ipynb"))
                .hasMessage("a.ipynb is no notebook: it is empty");
        for (var broken :
                List.of(
                        "{}",
                        "{\"nbformat\": 4}",
                        "{\"nbformat\": 4, \"cells\": [1]}",
                        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}",
                        "{\"nbformat\": 4, \"cells\": [{\"source\": \"1\", \"metadata\": null}]}",
                        "{\"nbformat\": 4, \"cells\": [{\"source\": [[]], \"metadata\": {}}]}",
                        "{\"nbformat\": 4, \"cells\": [{\"source\": \"\", \"metadata\": {\"tags\": \"a\"}}]}",
                        "{\"nbformat\": \"x\", \"cells\": []}",
                        "{\"nbformat\": 4, \"cells\": [")) {
            assertThatThrownBy(() -> NotebookFile.parse(broken, "a.ipynb"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a.ipynb is no notebook");
        }
        assertThatThrownBy(() -> NotebookFile.read(Path.of(".")))
                .hasMessageStartingWith(". is a folder; name the notebooks in it");
        assertThat(NotebookFile.parse("{\"nbformat\": 4, \"cells\": []}", "a").cells()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    5                                                                      | is no object but 5
                    {"source": "1"}                                                        | has no cell_type (code, markdown or raw)
                    {"source": "1", "cell_type": null}                                     | has no cell_type (code, markdown or raw)
                    {"source": "1", "cell_type": "heading"}                                | has the cell_type "heading", which is none of code, markdown and raw
                    {"cell_type": "code", "source": null}                                  | has no source
                    {"cell_type": "code", "source": {}}                                    | has a source that is neither a text nor a list of lines: {}
                    {"cell_type": "code", "source": "", "metadata": []}                    | has metadata that are no object: []
                    {"cell_type": "code", "source": "", "metadata": {"tags": "a"}}         | has tags that are no list of words: "a"
                    {"cell_type": "code", "source": "", "id": {}}                          | has an id that is no text: {}
                    {"cell_type": "markdown", "source": "", "attachments": []}             | has attachments that are no object: []
                    {"cell_type": "code", "source": "", "outputs": {}}                     | has outputs that are no list: {}
                    {"cell_type": "code", "source": "", "outputs": [1]}                    | has an output (1) that is no object: 1
                    {"cell_type": "code", "source": "", "outputs": [{}]}                   | has an output (1) without an output_type
                    {"cell_type": "code", "source": "", "outputs": [{"output_type": "stream", "text": null}]}       | has an output (1) whose text is neither a text nor a list of lines: null
                    {"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": null}]} | has an output (1) whose data are no object: null
                    {"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": {"text/plain": 1, "image/png": {}}}]} | has an output (1) whose image/png is no text: {}
                    """)
    void aCellThatIsNoneIsNamedWithItsFault(String cell, String fault) {
        var good = "{\"cell_type\": \"raw\", \"source\": \"\"}";
        var text = "{\"nbformat\": 4, \"cells\": [" + good + ", " + cell + "]}";

        assertThatThrownBy(() -> NotebookFile.parse(text, "a.ipynb"))
                .hasMessage("a.ipynb is no notebook: cell 2 " + fault);
    }

    @Test
    void whatIsNullAndCanOnlyMeanNothingIsRead() {
        var cell =
                "{\"cell_type\": \"code\", \"source\": \"1\", \"metadata\": %s, \"id\": null,"
                        + " \"outputs\": null, \"attachments\": null, \"execution_count\": \"x\"}";
        for (var metadata : List.of("null", "{\"tags\": null}")) {
            var text = "{\"nbformat\": 4, \"cells\": [" + cell.formatted(metadata) + "]}";
            var read = NotebookFile.parse(text, "a").cells().get(0);

            assertThat(read.tags()).isEmpty();
            assertThat(read.outputs()).isEmpty();
            assertThat(read.count()).isEmpty();
            assertThat(read.attachments().keySet()).isEmpty();
            assertThat(read.id()).isNotEmpty();
        }
    }

    @Test
    void itMaySayItsLanguage() {
        var notebook = "{\"nbformat\": 4, \"cells\": [], \"metadata\": %s}";
        assertThat(
                        NotebookFile.parse(
                                        notebook.formatted(
                                                "{\"kernelspec\": {\"language\": \"python\"}}"),
                                        "a")
                                .language())
                .isEqualTo("python");
        assertThat(
                        NotebookFile.parse(
                                        notebook.formatted(
                                                "{\"kernelspec\": {}, \"language_info\": {\"name\": \"java\"}}"),
                                        "a")
                                .language())
                .isEqualTo("java");
        assertThat(NotebookFile.parse(notebook.formatted("{}"), "a").language()).isEmpty();
    }
}
