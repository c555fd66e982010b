package io.bootledger.reports.json;

import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.clock.DoubtfulStretch;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.OwnedTime;
import io.bootledger.analyzer.ledger.RollUp;
import io.bootledger.analyzer.observer.ConsoleOption;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.probes.Deferral;
import java.util.Locale;

/** Writes where the time went, and what measuring it cost. */
final class AccountingWriter {
    private final JsonFieldWriter fields;

    AccountingWriter(JsonFieldWriter fields) {
        this.fields = fields;
    }

    void write(Accounting accounting) {
        fields.rows("doubtful_stretches", accounting.doubts().stretches(), this::stretch);
        fields.object("ledger", accounting.ledger(), this::ledger);
        fields.rows("subsystems", accounting.subsystems(), this::rollUp);
        fields.rows("owners", accounting.owners(), this::ownedTime);
        fields.rows("deferrals", accounting.deferrals(), this::deferral);
        fields.object("observer", accounting.observer(), this::observer);
    }

    private void stretch(DoubtfulStretch stretch) {
        fields.text("reason", stretch.reason());
        fields.number("from_line", stretch.fromLine());
        fields.number("until_line", stretch.untilLine());
        fields.number("from_us", stretch.fromUs());
        fields.number("until_us", stretch.untilUs());
        fields.number("evidence_line", stretch.evidenceLine());
        fields.number("missing_us", stretch.missingUs());
    }

    private void ledger(Ledger ledger) {
        fields.number("from_us", ledger.fromUs());
        fields.number("to_us", ledger.toUs());
        fields.number("total_us", ledger.totalUs());
        fields.number("doubtful_us", ledger.doubtfulUs());
        fields.text("ends", ledger.ends().name().toLowerCase(Locale.ROOT));
        fields.rows("accounts", ledger.accounts(), this::account);
    }

    private void account(Account account) {
        fields.text("account", account.kind());
        fields.text("name", account.name());
        fields.text("level", account.level());
        fields.text("evidence", account.evidence());
        fields.number("us", account.us());
        fields.number("doubtful_us", account.doubtfulUs());
    }

    private void ownedTime(OwnedTime time) {
        fields.text("name", time.owner());
        fields.number("us", time.us());
        fields.number("doubtful_us", time.doubtfulUs());
        fields.texts("people", time.people());
    }

    private void rollUp(RollUp group) {
        fields.text("name", group.name());
        fields.number("us", group.us());
        fields.number("doubtful_us", group.doubtfulUs());
    }

    private void deferral(Deferral deferral) {
        fields.text("device", deferral.device());
        fields.number("attempts", deferral.attempts());
        fields.number("wasted_us", deferral.wastedUs());
        fields.number("first_us", deferral.firstUs());
        fields.number("waited_us", deferral.waitedUs());
        fields.number("bound_us", deferral.boundUs());
        fields.text("code", deferral.code());
        fields.number("last_failed_us", deferral.lastFailedUs());
        fields.number("retry_us", deferral.retryUs());
        fields.flag("barrier", deferral.barrier());
        fields.texts("candidates", deferral.candidates());
        fields.text("stated", deferral.stated());
        fields.text("evidence", deferral.evidence());
    }

    private void observer(ObserverEffect effect) {
        ConsoleOption console = effect.console();
        fields.number("sampled_calls", effect.sampledCalls());
        fields.number("ns_per_byte", effect.nsPerByte());
        fields.number("low_ns_per_byte", effect.lowNsPerByte());
        fields.number("high_ns_per_byte", effect.highNsPerByte());
        fields.number("printed_messages", effect.printed().messages());
        fields.number("printed_bytes", effect.printed().bytes());
        fields.number("cost_us", effect.costUs());
        fields.number("low_cost_us", effect.lowCostUs());
        fields.number("high_cost_us", effect.highCostUs());
        fields.text("console", console == null ? null : console.name());
        fields.number("baud", console == null ? null : console.baud());
        fields.flag("explained_by_baud", effect.explainedByBaud());
    }
}
