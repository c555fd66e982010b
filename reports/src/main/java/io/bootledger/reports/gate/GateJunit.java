package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.reports.Durations;
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
 * and level, each initcall with a finding, each new failure and each budget. What cannot be told is skipped, with the reason. The
 * time of a test case is the candidate's median, so that a CI that draws how long tests take draws how long the kernel boots.
 */
public final class GateJunit {
    /** One test case, so long; passed when there is no finding. */
    private record Case(String name, long us, @Nullable Finding finding) {
        boolean has(String kind) {
            return finding != null && finding.kind().equals(kind);
        }
    }

    private record Finding(String kind, String message, String detail) {
        static Finding failed(String message, String detail) {
            return new Finding(FAILURE, message, detail);
        }

        static Finding skipped(String message, String detail) {
            return new Finding(SKIPPED, message, detail);
        }
    }

    private static final String FAILURE = "failure";
    private static final String SKIPPED = "skipped";

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
        suite("boot.gate", List.of(new Case("verdict", 0, verdict(result))));
        for (Scope scope : Scope.values()) {
            suite("boot." + scope, metrics(result, scope));
        }
        suite("boot.structure", structure(result));
        suite("boot.budget", result.budgets().stream().map(GateJunit::budget).toList());
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private static @Nullable Finding verdict(GateResult result) {
        String headline = GateWords.headline(result);
        return result.verdict() == Verdict.OK
                ? null
                : new Finding(result.verdict() == Verdict.REGRESSED ? FAILURE : SKIPPED, headline, result.reason());
    }

    private static List<Case> metrics(GateResult result, Scope scope) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == scope)
                .filter(metric -> scope != Scope.INITCALL || metric.status() != Status.OK)
                .map(metric -> new Case(metric.id(), metric.candidateMedianUs(), finding(metric, result)))
                .toList();
    }

    private static @Nullable Finding finding(Metric metric, GateResult result) {
        String change = metric.status() + ": " + GateWords.change(metric);
        return switch (metric.status()) {
            case REGRESSED -> Finding.failed(change, GateWords.evidence(metric, result));
            case INCONCLUSIVE, INSUFFICIENT, WAIVED, MOVED ->
                Finding.skipped(change, GateWords.evidence(metric, result));
            case IMPROVED, OK -> null;
        };
    }

    private static List<Case> structure(GateResult result) {
        List<Case> cases = new ArrayList<>();
        result.structure()
                .newFailures()
                .forEach(name -> cases.add(new Case(
                        name, 0, Finding.failed("newly fails", "in every candidate boot, and in no baseline boot"))));
        result.structure()
                .flakyFailures()
                .forEach(flaky -> cases.add(new Case(
                        flaky.name(),
                        0,
                        Finding.skipped(
                                "fails now and then",
                                "in " + flaky.failed() + " of " + flaky.boots() + " candidate boots"))));
        return cases;
    }

    private static Case budget(Check check) {
        long us = check.unit().equals("us") ? check.actual() : 0;
        String kind = check.severity() == Severity.ERROR ? FAILURE : SKIPPED;
        return new Case(check.what(), us, check.broken() ? new Finding(kind, GateWords.budget(check), "") : null);
    }

    private void suite(String name, List<Case> cases) throws XMLStreamException {
        if (cases.isEmpty()) {
            return;
        }
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        count("tests", cases.size());
        count("failures", cases.stream().filter(one -> one.has(FAILURE)).count());
        count("errors", 0);
        count("skipped", cases.stream().filter(one -> one.has(SKIPPED)).count());
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
        xml.writeAttribute("time", Durations.exactSeconds(one.us()));
        if (one.finding() != null) {
            finding(one.finding());
        }
        xml.writeEndElement();
    }

    private void finding(Finding finding) throws XMLStreamException {
        xml.writeStartElement(finding.kind());
        xml.writeAttribute("message", Printable.of(finding.message()));
        if (finding.kind().equals(FAILURE)) {
            xml.writeAttribute("type", "regression");
        }
        xml.writeCharacters(Printable.of(finding.detail()));
        xml.writeEndElement();
    }
}
