package himalia.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The formulas of a sheet that no program has computed: they have no value, and one that has come to an empty text says that it
 * is a text. Which of the two a formula is, only the sheet itself tells.
 */
final class UncomputedFormulas {
    private static final String RELATIONS = "_rels/workbook.xml.rels";

    private final Set<CellAddress> cells = new HashSet<>();
    private int row = -1;
    private int column = -1;
    private boolean isText;
    private boolean hasFormula;
    private boolean isValue;
    private boolean hasValue;

    private UncomputedFormulas() {}

    /** Returns their places. */
    static Set<CellAddress> of(Path file, Sheet sheet) throws IOException {
        var found = new UncomputedFormulas();
        try (var zip = new ZipFile(file.toFile())) {
            var relations =
                    zip.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(RELATIONS))
                            .findFirst()
                            .orElse("xl/" + RELATIONS);
            var target = target(zip, relations, sheet.getId());
            var folder = relations.substring(0, relations.length() - RELATIONS.length());
            var name = target.startsWith("/") ? target.substring(1) : folder + target;
            read(zip, name, found::look);
        }
        return found.cells;
    }

    /** Looks at where a reader stands. */
    private interface Look {
        void at(XMLStreamReader xml, int event);
    }

    private static String target(ZipFile zip, String relations, String sheet) throws IOException {
        var target = new StringBuilder();
        read(
                zip,
                relations,
                (xml, event) -> {
                    if (event == XMLStreamReader.START_ELEMENT
                            && sheet.equals(xml.getAttributeValue(null, "Id"))) {
                        target.append(xml.getAttributeValue(null, "Target"));
                    }
                });
        return target.toString();
    }

    private static void read(ZipFile zip, String name, Look look) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no part " + name);
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                look.at(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void look(XMLStreamReader xml, int event) {
        if (event == XMLStreamReader.START_ELEMENT) {
            begin(xml);
        } else if (event == XMLStreamReader.CHARACTERS) {
            hasValue |= isValue;
        } else if (event == XMLStreamReader.END_ELEMENT) {
            isValue = false;
            if (xml.getLocalName().equals("c") && hasFormula && !hasValue && !isText) {
                cells.add(new CellAddress(row, column));
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        var name = xml.getLocalName();
        var place = xml.getAttributeValue(null, "r");
        isValue = name.equals("v");
        switch (name) {
            case "row" -> {
                row = place == null ? row + 1 : Integer.parseInt(place) - 1;
                column = -1;
            }
            case "c" -> {
                var at = place == null ? new CellAddress(row, column + 1) : new CellAddress(place);
                row = at.getRow();
                column = at.getColumn();
                isText = "str".equals(xml.getAttributeValue(null, "t"));
                hasFormula = false;
                hasValue = false;
            }
            case "f" -> hasFormula = true;
            default -> {
                // All else says nothing of formulas.
            }
        }
    }
}
