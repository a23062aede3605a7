using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Puts rules together from a manifest and its documents, without those that cannot be read.</summary>
internal sealed class RulesAssembly(RulesDocuments stored, DefinitionCache cache)
{
    private readonly List<RulesFault> _faults = [];
    private readonly List<LeftOutDefinition> _leftOut = [];
    private readonly List<(ManifestRow Row, Definition Definition)> _taken = [];

    internal RulesReading Read()
    {
        TakeAll();
        LeaveOutSeconds<LifecycleDefinition>(RulesFaultCodes.LifecycleRepeated, "Rules have one lifecycle, but the manifest names another one before this.");
        LeaveOutSeconds<DispositionTaxonomy>(RulesFaultCodes.DispositionsRepeated, "Rules have one disposition taxonomy, but the manifest names another one before this.");
        LeaveOutSeconds<PublicStatusDefinition>(RulesFaultCodes.PublicStatusRepeated, "Rules have one public status, but the manifest names another one before this.");
        LeaveOutSeconds<ExperienceModel>(RulesFaultCodes.ExperienceRepeated, "Rules have one model of experience, but the manifest names another one before this.");
        LeaveOutWithoutBase();
        LeaveOutWithoutCalendar();
        LeaveOutWithoutScore();
        LeaveOutUnreadableSegments();
        var settings = One<RulesSettings>();
        if (settings is null && _leftOut.TrueForAll(left => left.Row.Name.Kind != DefinitionKind.Settings))
        {
            Note(RulesFaultCodes.SettingsMissing, "rules", "There are no settings, and without a zone there are no rules. Add a definition of kind settings with a zone.");
        }

        foreach (var name in settings?.Order.Where(name => stored.Manifest.All(row => row.Name != name)) ?? [])
        {
            Note(RulesFaultCodes.OrderUnknown, $"{DefinitionKind.Settings} {RulesSettings.Key}: order", $"The manifest has no {name}; take it out of the order.");
        }

        return new RulesReading { Rules = settings is null ? null : Rules(settings), Faults = [.. _faults], LeftOut = [.. _leftOut] };
    }

    private CrmRules Rules(RulesSettings settings) => new()
    {
        Zone = All<ZoneTable>(settings).FirstOrDefault(table => string.Equals(table.ZoneId, settings.Zone.Id, StringComparison.Ordinal))?.Zone ?? settings.Zone,
        Zones = All<ZoneTable>(settings),
        Announced = settings.Announced,
        Refusals = settings.Refusals,
        Readiness = settings.Readiness,
        Lifecycle = One<LifecycleDefinition>(),
        Pipelines = All<PipelineDefinition>(settings),
        PublicStatus = One<PublicStatusDefinition>(),
        Dispositions = One<DispositionTaxonomy>(),
        Calendars = All<WorkingCalendar>(settings),
        Expectations = All<Expectation>(settings),
        Scores = All<ScoringModel>(settings),
        Fits = All<FitDefinition>(settings),
        Experience = One<ExperienceModel>(),
        Attributes = All<AttributeDefinition>(settings),
        Segments = All<SegmentDefinition>(settings),
    };

    private T? One<T>()
        where T : class => _taken.Select(each => each.Definition.Content).OfType<T>().FirstOrDefault();

    private ImmutableArray<T> All<T>(RulesSettings settings) =>
        [.. RulesOrder.Sorted(_taken.Select(each => each.Definition).Where(each => each.Content is T), settings.Order).Select(each => (T)each.Content)];

    private void TakeAll()
    {
        var documents = stored.Documents.GroupBy(document => document.Hash).ToDictionary(same => same.Key, same => same.First());
        var met = new HashSet<DefinitionName>();
        foreach (var row in stored.Manifest.OrderBy(row => row.Name.ToString(), StringComparer.Ordinal))
        {
            if (!met.Add(row.Name))
            {
                LeaveOut(row, RulesFaultCodes.NameTwice, "A manifest names a definition once; this one is named again.");
            }
            else if (!documents.TryGetValue(row.Hash, out var document))
            {
                LeaveOut(row, RulesFaultCodes.Absent, "The document that the manifest names is not there.");
            }
            else
            {
                Take(row, document);
            }
        }
    }

    private void Take(ManifestRow row, DefinitionDocument document)
    {
        var reading = cache.Read(document);
        _faults.AddRange(reading.Faults);
        var definition = reading.Definition ?? WithKnownAnnouncements(reading, document);
        if (definition is null)
        {
            _leftOut.Add(new LeftOutDefinition { Row = row, Code = reading.Faults[0].Code });
        }
        else if (definition.Name != row.Name)
        {
            LeaveOut(row, RulesFaultCodes.NameDiffers, $"The document defines {definition.Name}; the row has to name that.");
        }
        else if (definition.Version != row.Version)
        {
            LeaveOut(row, RulesFaultCodes.VersionDiffers, FormattableString.Invariant($"The document has version {definition.Version}, but the row has {row.Version}; both are the same."));
        }
        else
        {
            _taken.Add((row, definition));
        }
    }

    /// <summary>Settings of a newer version may announce what this one cannot; everything else in them holds.</summary>
    private static Definition? WithKnownAnnouncements(DefinitionReading reading, DefinitionDocument document) =>
        reading.Faults.All(fault => fault.Code == RulesFaultCodes.AnnouncementUnknown) && DefinitionText.Read(document.Json, out _)?.Content is RulesSettings settings
            ? Definition.Of(settings with { Announced = [.. settings.Announced.Where(DefinitionReview.CanAnnounce)] })
            : null;

    private void LeaveOutSeconds<T>(string code, string sentence)
    {
        foreach (var (row, _) in _taken.Where(each => each.Definition.Content is T).Skip(1).ToList())
        {
            _taken.RemoveAll(each => each.Row == row);
            LeaveOut(row, code, sentence);
        }
    }

    /// <summary>Leaves out calendars that cannot be put upon those beneath; then those that are built upon these.</summary>
    private void LeaveOutWithoutBase()
    {
        WorkingCalendar[] calendars = [.. _taken.Select(each => each.Definition.Content).OfType<WorkingCalendar>()];
        foreach (var calendar in calendars)
        {
            if (CalendarLayers.Of(calendar, calendars, zones: null, out _) is [var fault, ..] && calendar.Base is not null)
            {
                var row = _taken.Find(each => each.Definition.Content == calendar).Row;
                _taken.RemoveAll(each => each.Row == row);
                LeaveOut(row, fault.Code, fault.Sentence);
            }
        }

        if (_taken.Count(each => each.Definition.Content is WorkingCalendar) < calendars.Length)
        {
            LeaveOutWithoutBase();
        }
    }

    private void LeaveOutWithoutCalendar()
    {
        var calendars = _taken.Select(each => each.Definition.Content).OfType<WorkingCalendar>().Select(calendar => calendar.Key).ToHashSet();
        foreach (var (row, definition) in _taken.Where(each => Calendars(each.Definition).Any(key => !calendars.Contains(key))).ToList())
        {
            _taken.RemoveAll(each => each.Row == row);
            var known = string.Join(", ", calendars.Select(key => key.Value).Order(StringComparer.Ordinal).DefaultIfEmpty("none"));
            LeaveOut(row, RulesFaultCodes.CalendarUnknown, $"There is no calendar {Calendars(definition).First(key => !calendars.Contains(key))}. Known are {known}.");
        }
    }

    /// <summary>Leaves out models of fit whose score is not there, or lacks a band that they name.</summary>
    private void LeaveOutWithoutScore()
    {
        ImmutableArray<ScoringModel> scores = [.. _taken.Select(each => each.Definition.Content).OfType<ScoringModel>()];
        foreach (var (row, definition) in _taken.Where(each => each.Definition.Content is FitDefinition).ToList())
        {
            if (FitReview.FaultsOf((FitDefinition)definition.Content, scores) is [var fault, ..])
            {
                _taken.RemoveAll(each => each.Row == row);
                LeaveOut(row, fault.Code, fault.Sentence);
            }
        }
    }

    /// <summary>Leaves out segments whose rule cannot be read over what is there; then those that refer to these.</summary>
    private void LeaveOutUnreadableSegments()
    {
        if (!_taken.Exists(each => each.Definition.Content is SegmentDefinition))
        {
            return;
        }

        var rules = new CrmRules { Zone = DateTimeZone.Utc, Scores = [.. Contents<ScoringModel>()], Attributes = [.. Contents<AttributeDefinition>()], Segments = [.. Contents<SegmentDefinition>()] };
        var unreadable = TenantSegments.Of(rules).All.Where(each => !each.Faults.IsEmpty).ToArray();
        foreach (var segment in unreadable)
        {
            var row = _taken.Find(each => ReferenceEquals(each.Definition.Content, segment.Definition)).Row;
            _taken.RemoveAll(each => each.Row == row);
            LeaveOut(row, segment.Faults[0].Code, segment.Faults[0].Sentence);
        }

        if (unreadable.Length > 0)
        {
            LeaveOutUnreadableSegments();
        }
    }

    private IEnumerable<T> Contents<T>() => _taken.Select(each => each.Definition.Content).OfType<T>();

    private static IEnumerable<CalendarKey> Calendars(Definition definition) => definition.Content is TimedExpectation timed
        ? timed.Levels.Select(level => level.NoticeHours).Where(hours => hours.IsAssigned).Prepend(timed.Calendar)
        : [];

    private void LeaveOut(ManifestRow row, string code, string sentence)
    {
        Note(code, $"{row.Name.Kind} {row.Name.Key}", sentence);
        _leftOut.Add(new LeftOutDefinition { Row = row, Code = code });
    }

    private void Note(string code, string where, string sentence) => _faults.Add(new RulesFault { Code = code, Where = where, Sentence = sentence });
}
