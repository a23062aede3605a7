using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Lifecycle;

public sealed class RoleTests
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void A_former_applicant_may_become_a_client_and_an_advocate_and_apply_again()
    {
        var story = new PersonStory().Tell("2026-03-01", Applied).Tell("2026-03-02", new ApplicationEnded { Application = App, Disposition = Disposition.PositionClosed })
            .Tell("2026-04-01", new RoleTaken { Role = PersonRole.Client }).Tell("2026-05-01", new RoleTaken { Role = PersonRole.Advocate })
            .Tell("2026-06-01", new RoleLeft { Role = PersonRole.Client }).Tell("2026-07-01", Applied with { Application = JobApplicationId.From("app-2") }).Tell("2026-08-01", new RoleTaken { Role = PersonRole.Client });

        Assert.Equal(("client advocate", "advocate", Phase.Hire), (story.Roles("2026-05-01"), story.Roles("2026-07-01"), story.Lifecycle("2026-07-01").Phase));
        var client = story.Lifecycle("2026-08-11").Find(PersonRole.Client)!.Value;
        Assert.Equal((2, Duration.FromDays(61), Duration.FromDays(71)), (client.Visits, client.Total, client.TotalAt(At("2026-08-11"))));
        Assert.Contains(story.UpTo("2026-08-11").Effects, effect => effect.Key == new EffectKey("client", "*", 2, "announce.role_began"));
        Assert.Contains(story.UpTo("2026-08-11").Effects, effect => effect.Key == new EffectKey("client", "*", 1, "announce.role_ended"));
    }

    [Fact]
    public void A_host_has_roles_of_its_own() =>
        Assert.Equal("board-member", new PersonStory().Tell("2026-03-01", new RoleTaken { Role = PersonRole.From("board-member") }).Roles("2026-03-01"));

    [Fact]
    public void An_employee_of_whom_no_hire_is_known_is_told_and_leaves_by_the_end_of_the_employment()
    {
        var story = new PersonStory().Tell("2026-03-01", new RoleTaken { Role = PersonRole.Alumni }).Tell("2026-03-02", new RoleTaken { Role = PersonRole.Employee })
            .Tell("2026-03-03", new RoleLeft { Role = PersonRole.Employee }).Tell("2026-03-04", new EmploymentEnded());

        Assert.Equal(("alumni", "employee", "employee", "alumni"), (story.Roles("2026-03-01"), story.Roles("2026-03-02"), story.Roles("2026-03-03"), story.Roles("2026-03-04")));
        Assert.Equal(["lifecycle.role_unchanged employee"], story.Findings("2026-03-04"));
    }

    [Fact]
    public void Who_was_told_to_be_an_employee_before_a_hire_remains_one_where_it_is_taken_back()
    {
        var story = new PersonStory().Tell("2026-03-01", new RoleTaken { Role = PersonRole.Employee }).Tell("2026-03-02", Applied).Tell("2026-03-03", Hired("2026-03-04"))
            .Tell("2026-08-03", new ApplicationReopened { Application = App });

        Assert.Equal(("employee", "employee"), (story.Roles("2026-08-02"), story.Roles("2026-08-03")));
    }

    [Theory]
    [InlineData("onboarding")] // follows from a hire
    [InlineData("client")] // is held already
    public void A_role_that_cannot_be_taken_is_a_finding(string role)
    {
        var story = new PersonStory().Tell("2026-03-01", new RoleTaken { Role = PersonRole.Client }).Tell("2026-03-02", new RoleTaken { Role = PersonRole.From(role) });

        Assert.Equal(("client", $"lifecycle.role_unchanged {role}"), (story.Roles("2026-03-02"), story.Findings("2026-03-02").Single()));
    }

    [Fact]
    public void Nobody_is_an_alumnus_while_they_are_here()
    {
        var story = new PersonStory().Tell("2026-03-01", Applied).Tell("2026-03-02", Hired()).Tell("2026-03-03", new RoleTaken { Role = PersonRole.Alumni }).Tell("2026-03-04", new RoleLeft { Role = PersonRole.Onboarding });

        Assert.Equal(("onboarding", 2), (story.Roles("2026-03-04"), story.Findings("2026-03-04").Count()));
    }

    [Fact]
    public void Roles_have_an_end_somewhere()
    {
        var story = new PersonStory();
        for (var i = 0; i < LifecycleSlice.MostRoles + 3; i++)
        {
            story.Tell("2026-03-01", new RoleTaken { Role = PersonRole.From($"role-{i}") });
        }

        Assert.Equal(LifecycleSlice.MostRoles, story.Lifecycle("2026-03-01").Roles.Length);
        Assert.Equal(3, story.Findings("2026-03-01").Count());
    }

    [Fact]
    public void The_state_of_roles_is_what_their_events_tell() =>
        Prop.ForAll(Histories.Any, events =>
        {
            var decision = Engine.Replay(Histories.Anna, events, TestRules.Log, Histories.Start + Duration.FromDays(200));
            var told = new Dictionary<PersonRole, (Instant? Since, int Visits, Duration Total)>();
            foreach (var e in decision.Derived)
            {
                if (e.Entry is RoleBegan began)
                {
                    var (since, visits, total) = told.GetValueOrDefault(began.Role);
                    Assert.Null(since);
                    Assert.Equal(visits + 1, began.Ordinal);
                    told[began.Role] = (e.OccurredAt, began.Ordinal, total);
                }
                else if (e.Entry is RoleEnded ended)
                {
                    var (since, visits, total) = told[ended.Role];
                    Assert.Equal(visits, ended.Ordinal);
                    told[ended.Role] = (null, visits, total + (e.OccurredAt - since!.Value));
                }
            }

            return (decision.Next.Lifecycle?.Roles ?? []).ToDictionary(role => role.Role, role => (role.Since, role.Visits, role.Total)).ToHashSet().SetEquals(told);
        }).Check(Tries.Of(300));

    [Fact]
    public void Somebody_in_onboarding_or_employed_is_never_an_alumnus_and_onboarding_means_that_one_runs() =>
        Prop.ForAll(Histories.Any, events =>
        {
            foreach (var days in Enumerable.Range(1, 5).Select(i => 10 * i * i))
            {
                var until = Histories.Start + Duration.FromDays(days);
                if (Engine.Replay(Histories.Anna, events.Where(e => e.OccurredAt <= until), TestRules.Log, until).Next.Lifecycle is { Overlays.ErasedAt: null } slice)
                {
                    Assert.False(slice.Holds(PersonRole.Alumni) && (slice.Holds(PersonRole.Employee) || slice.Holds(PersonRole.Onboarding)));
                    Assert.Equal(slice.Holds(PersonRole.Onboarding), slice.Onboardings.Any(o => o.Status == OnboardingStatus.Running));
                }
            }
        }).Check(Tries.Of(300));
}
