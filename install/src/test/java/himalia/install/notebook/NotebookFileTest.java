package himalia.install.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
                .hasMessageStartingWith("a.java is no notebook: ");
    }
}
