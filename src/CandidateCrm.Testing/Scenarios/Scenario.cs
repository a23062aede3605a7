using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>
/// Given, when, then over a tenant's rules and one candidate, without store, services or test framework:
/// <c>Scenario.With(rules).Given(anna => anna.At("2026-03-02T10:00+01:00").Applied("app-1", "req-1")).WhenBusinessDaysPass(3, "office").ThenPromise("decide-application").IsBroken()</c>.
/// Immutable: each step returns another scenario, so that several can share a beginning. A step that does not hold throws a <see cref="ScenarioFailedException"/>.
/// </summary>
public sealed class Scenario
{
    private static readonly RelationshipEngine Engine = new();

    private readonly CrmRules _rules;
    private readonly TimelineBuilder _told;
    private readonly Lazy<Decision> _outcome;

    private Scenario(CrmRules rules, TimelineBuilder told, Instant? now)
    {
        _rules = rules;
        _told = told;
        Timeline = told.ToEvents();
        Clock = now;
        _outcome = new Lazy<Decision>(Decide);
    }

    /// <summary>Gets the facts that were told.</summary>
    public ImmutableArray<TimelineEvent> Timeline { get; }

    /// <summary>Gets the instant at which the scenario stands.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told yet.</exception>
    public Instant Now => Clock ?? throw new InvalidOperationException("Nothing happened yet: begin with Given(…).");

    /// <summary>Gets what is known of the candidate now, promises, phase and scores included.</summary>
    public Relationship Relationship => _outcome.Value.Next;

    /// <summary>Gets everything that followed so far, findings included, in order.</summary>
    public ImmutableArray<TimelineEvent> Followed => _outcome.Value.Derived;

    /// <summary>Gets everything that was wanted done outside so far, in order.</summary>
    public ImmutableArray<Effect> Wanted => _outcome.Value.Effects;

    private Instant? Clock { get; }

    /// <summary>Begins with the rules of a tenant.</summary>
    public static Scenario With(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new Scenario(rules, TimelineBuilder.Of("anna"), now: null);
    }

    /// <summary>Tells facts. The scenario then stands at the latest instant that was told; telling begins where it stands.</summary>
    /// <param name="tell">Tells facts of the candidate <c>anna</c>.</param>
    public Scenario Given(Func<TimelineBuilder, TimelineBuilder> tell)
    {
        ArgumentNullException.ThrowIfNull(tell);
        var before = _told.Copy();
        var told = tell(Clock is { } now ? before.At(now) : before).Copy();
        Instant? latest = told.ToHostFacts() is { IsEmpty: false } facts ? facts.Max(f => f.OccurredAt) : told.Now;
        return new Scenario(_rules, told, Clock is { } stands && stands > latest ? stands : latest);
    }

    /// <summary>Tells further facts, at the instant at which the scenario stands unless another is said.</summary>
    public Scenario When(Func<TimelineBuilder, TimelineBuilder> tell) => Given(tell);

    /// <summary>Lets time pass.</summary>
    public Scenario WhenTimePasses(Duration duration) => WhenItIs(Now + duration);

    /// <summary>Lets time pass until the close of the n-th business day after the date on which the scenario stands, as a limit of n business days is counted.</summary>
    public Scenario WhenBusinessDaysPass(int days, string calendar) => WhenItIs(CompiledCalendar(calendar).AddBusinessDays(Now, days));

    /// <summary>Lets working time pass.</summary>
    public Scenario WhenWorkingTimePasses(Duration time, string calendar) => WhenItIs(CompiledCalendar(calendar).Add(Now, time));

    /// <summary>Lets time pass up to an instant: ISO 8601 with an offset or Z.</summary>
    public Scenario WhenItIs(string instant) => WhenItIs(InstantReader.Read(instant));

    /// <summary>Lets time pass up to an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one at which the scenario stands.</exception>
    public Scenario WhenItIs(Instant instant) => instant >= Now
        ? new Scenario(_rules, _told, instant)
        : throw new ArgumentOutOfRangeException(nameof(instant), instant, $"Time passes forwards; the scenario stands at {Now}.");

    /// <summary>Looks at the newest promise of an expectation.</summary>
    /// <param name="expectation">The key of the expectation.</param>
    /// <param name="about">The application, where several have such a promise.</param>
    /// <exception cref="ArgumentException">The rules have no such expectation.</exception>
    public PromiseOutcome ThenPromise(string expectation, string? about = null) => new(this, Known(expectation, nameof(expectation)), about);

    /// <summary>Says where the relationship stands.</summary>
    public Scenario ThenPhaseIs(Phase phase) =>
        Expect(Relationship.Lifecycle?.Phase == phase, $"the phase to be {phase}", Relationship.Lifecycle is { } slice ? $"{slice.Phase}" : "no phase");

    /// <summary>Says that a person is asked to do something because of a rule.</summary>
    /// <param name="rule">The key of the expectation that asks for it.</param>
    /// <param name="about">The application, where several have such a task.</param>
    /// <exception cref="ArgumentException">The rules have no such expectation.</exception>
    public Scenario ThenTaskIsWanted(string rule, string? about = null) =>
        Expect(TasksOf(rule, about).Length > 0, $"a task because of {rule}{About(about)}", ScenarioText.Of(Wanted.Where(w => w.Intent is OpenTask)));

    /// <summary>Says that nobody is asked to do anything because of a rule.</summary>
    /// <param name="rule">The key of the expectation that would ask for it.</param>
    /// <param name="about">The application, where several have such a task.</param>
    /// <exception cref="ArgumentException">The rules have no such expectation.</exception>
    public Scenario ThenNoTaskIsWanted(string rule, string? about = null) =>
        Expect(TasksOf(rule, about).Length == 0, $"no task because of {rule}{About(about)}", ScenarioText.Of(TasksOf(rule, about)));

    /// <summary>Says that a contradiction or warning was noted.</summary>
    public Scenario ThenFindingIs(string code) =>
        Expect(FindingCodes.Contains(code, StringComparer.Ordinal), $"the finding {code}", ScenarioText.List(FindingCodes));

    /// <summary>Says that no contradiction and no warning was noted.</summary>
    public Scenario ThenNothingIsFound() => Expect(!FindingCodes.Any(), "no finding", ScenarioText.List(FindingCodes));

    /// <summary>Says anything else about what is known.</summary>
    /// <param name="expected">What holds, in words for the failure.</param>
    /// <param name="holds">Whether it holds.</param>
    public Scenario Then(string expected, Func<Relationship, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return Expect(holds(Relationship), expected, "something else");
    }

    /// <summary>Returns what the CRM holds, line by line.</summary>
    public override string ToString() => string.Join(Environment.NewLine, ScenarioText.Of(this));

    internal Scenario Expect(bool holds, string expected, string came) =>
        holds ? this : throw new ScenarioFailedException(expected, came, ScenarioText.Of(this));

    private IEnumerable<string> FindingCodes => Followed.Select(f => f.Entry).OfType<FindingNoted>().Select(f => f.Code);

    private static string About(string? about) => about is null ? string.Empty : $" about {about}";

    private Effect[] TasksOf(string rule, string? about)
    {
        var key = Known(rule, nameof(rule));
        return [.. Wanted.Where(w => w.Intent is OpenTask task && string.Equals(task.Rule, key.Value, StringComparison.Ordinal)
            && (about is null || string.Equals(task.Subject, about, StringComparison.Ordinal)))];
    }

    /// <summary>A misspelt key would make every «never» true.</summary>
    private ExpectationKey Known(string expectation, string parameter)
    {
        var key = ExpectationKey.From(expectation);
        return _rules.Expectations.Any(e => e.Key == key)
            ? key
            : throw new ArgumentException($"There is no expectation {key}. Known are {ScenarioText.List(_rules.Expectations.Select(e => e.Key.Value))}.", parameter);
    }

    private CompiledCalendar CompiledCalendar(string calendar)
    {
        var key = CalendarKey.From(calendar);
        var found = _rules.Calendars.FirstOrDefault(c => c.Key == key)
            ?? throw new ArgumentException($"The rules have no calendar {calendar}. Known are {ScenarioText.List(_rules.Calendars.Select(c => c.Key.Value))}.", nameof(calendar));
        return found.Compile();
    }

    private Decision Decide()
    {
        var key = new RelationshipKey(TenantId.Single, CandidateId.From("anna"));
        return Engine.Replay(key, Timeline, ActivationLog.Always(_rules), Clock);
    }
}
