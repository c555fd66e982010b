package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import io.bootledger.reports.gate.GateCase.Finding;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The verdict as JUnit XML, which every CI shows: a suite a scope, and a test case for the verdict itself, the total, each phase
 * and level, each initcall with a finding, each failure that is new or comes and goes, each warning, each boot left out and each budget. What cannot be told is skipped, with the reason. The
 * time of a test case is the candidate's median, so that a CI that draws how long tests take draws how long the kernel boots.
 */
public final class GateJunit {
    private final XMLStreamWriter xml;

    private GateJunit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(GateResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new GateJunit(xml).document(result);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void document(GateResult result) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "bootledger gate");
        for (Map.Entry<String, List<GateCase>> suite : GateCases.of(result).entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void suite(String name, List<GateCase> cases) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        count("tests", cases.size());
        count(
                "failures",
                cases.stream().filter(one -> one.has(GateCase.FAILURE)).count());
        count("errors", 0);
        count("skipped", cases.stream().filter(one -> one.has(GateCase.SKIPPED)).count());
        for (GateCase one : cases) {
            testCase(name, one);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void count(String name, long count) throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(count));
    }

    private void testCase(String suite, GateCase one) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", Printable.of(one.name()));
        xml.writeAttribute("time", DurationText.exactSeconds(one.us()));
        if (one.finding() != null) {
            finding(one.finding());
        }
        xml.writeEndElement();
    }

    private void finding(Finding finding) throws XMLStreamException {
        xml.writeStartElement(finding.kind());
        xml.writeAttribute("message", Printable.of(finding.message()));
        if (finding.kind().equals(GateCase.FAILURE)) {
            xml.writeAttribute("type", "regression");
        }
        xml.writeCharacters(Printable.of(finding.detail()));
        xml.writeEndElement();
    }
}
