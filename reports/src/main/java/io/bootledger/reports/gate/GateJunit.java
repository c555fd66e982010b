package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.reports.Printable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The verdict as JUnit XML, which every CI shows: a suite a scope, and a test case for the verdict itself, the total, each phase
 * and level, each initcall with a finding, each new failure and each budget. What cannot be told is skipped, with the reason.
 */
public final class GateJunit {
    /** One test case: failed, skipped, or passed when both are null. */
    private record Case(
            String name, @Nullable String failure, @Nullable String skipped) {}

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
        suite("boot.gate", List.of(verdict(result)));
        for (Scope scope : Scope.values()) {
            suite("boot." + scope, metrics(result, scope));
        }
        suite("boot.structure", structure(result));
        suite("boot.budget", budgets(result));
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private static Case verdict(GateResult result) {
        String headline = GateWords.headline(result);
        boolean told = result.verdict() == Verdict.OK || result.verdict() == Verdict.REGRESSED;
        return new Case("verdict", result.verdict() == Verdict.REGRESSED ? headline : null, told ? null : headline);
    }

    private static List<Case> metrics(GateResult result, Scope scope) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == scope)
                .filter(metric -> scope != Scope.INITCALL || metric.status() != Status.OK)
                .map(GateJunit::metric)
                .toList();
    }

    private static Case metric(Metric metric) {
        String change = metric.status() + ": " + GateWords.change(metric);
        return switch (metric.status()) {
            case REGRESSED -> new Case(metric.id(), change, null);
            case INCONCLUSIVE, INSUFFICIENT, WAIVED, MOVED -> new Case(metric.id(), null, change);
            case IMPROVED, OK -> new Case(metric.id(), null, null);
        };
    }

    private static List<Case> structure(GateResult result) {
        List<Case> cases = new ArrayList<>();
        result.structure()
                .newFailures()
                .forEach(name -> cases.add(new Case(name, "fails in every candidate boot", null)));
        result.structure()
                .flakyFailures()
                .forEach(flaky -> cases.add(new Case(
                        flaky.name(),
                        null,
                        "fails in " + flaky.failed() + " of " + flaky.boots() + " candidate boots")));
        return cases;
    }

    private static List<Case> budgets(GateResult result) {
        return result.budgets().stream()
                .map(check -> {
                    String broken = check.broken() ? GateWords.budget(check) : null;
                    boolean error = check.severity() == Severity.ERROR;
                    return new Case(check.what(), error ? broken : null, error ? null : broken);
                })
                .toList();
    }

    private void suite(String name, List<Case> cases) throws XMLStreamException {
        if (cases.isEmpty()) {
            return;
        }
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        count("tests", cases.size());
        count("failures", cases.stream().filter(one -> one.failure() != null).count());
        count("errors", 0);
        count("skipped", cases.stream().filter(one -> one.skipped() != null).count());
        for (Case one : cases) {
            testCase(name, one);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void count(String name, long count) throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(count));
    }

    private void testCase(String suite, Case one) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", Printable.of(one.name()));
        xml.writeAttribute("time", "0");
        if (one.failure() != null) {
            message("failure", one.failure());
        } else if (one.skipped() != null) {
            message("skipped", one.skipped());
        }
        xml.writeEndElement();
    }

    private void message(String element, String message) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("message", Printable.of(message));
        if (element.equals("failure")) {
            xml.writeAttribute("type", "regression");
        }
    }
}
