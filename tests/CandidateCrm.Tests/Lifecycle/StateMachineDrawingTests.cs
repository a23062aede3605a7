using static CandidateCrm.Lifecycle.SampleOffers;

namespace CandidateCrm.Lifecycle;

public sealed class StateMachineDrawingTests
{
    private static readonly StateMachineDefinition<Offer, Act, Terms> Machine = Builder().Build();

    [Fact]
    public void Mermaid_shows_states_moves_guards_and_ends() =>
        Assert.Equal(
            """
            stateDiagram-v2
                direction LR
                Draft
                Sent
                Accepted
                Declined
                [*] --> Draft
                Draft --> Sent : Send [approved]
                Draft --> Sent : Send [below-limit]
                Draft --> Draft : Amend
                Sent --> Accepted : Accept
                Sent --> Declined : Decline
                Sent --> Sent : Remind (internal)
                Accepted --> [*]
                Declined --> [*]

            """,
            Machine.ToMermaid());

    [Fact]
    public void Mermaid_shows_a_walk() =>
        Assert.EndsWith(
            """
                Declined --> [*]
                classDef visited fill:#fde68a,stroke:#b45309,stroke-width:2px
                class Draft,Sent,Accepted visited

            """,
            Machine.ToMermaid(Offer.Draft, Offer.Draft, Offer.Sent, Offer.Accepted),
            StringComparison.Ordinal);

    [Fact]
    public void Mermaid_gives_an_alias_to_what_is_no_plain_word()
    {
        var machine = StateMachine.Define<string, string, NoContext>("x").StartsIn("end");
        machine.Configure("end").Permit("a:b; \"c\"", "phone screen");
        machine.Configure("phone screen").Permit("go", "s7");
        machine.Configure("s7").Terminal();

        Assert.Equal(
            """
            stateDiagram-v2
                direction LR
                state "end" as s0
                state "phone screen" as s1
                state "s7" as s2
                [*] --> s0
                s0 --> s1 : a#58;b#59; #34;c#34;
                s1 --> s2 : go
                s2 --> [*]

            """,
            machine.Build().ToMermaid());
    }

    [Fact]
    public void Dot_shows_states_moves_guards_and_a_walk() =>
        Assert.Equal(
            """
            digraph "offer" {
                rankdir=LR;
                node [shape=box, style=rounded];
                start [shape=point];
                s0 [label="Draft", style="rounded,filled", fillcolor="#fde68a"];
                s1 [label="Sent", style="rounded,filled", fillcolor="#fde68a"];
                s2 [label="Accepted", peripheries=2, style="rounded,filled", fillcolor="#fde68a"];
                s3 [label="Declined", peripheries=2];
                start -> s0;
                s0 -> s1 [label="Send [approved]", color="#b45309", penwidth=2];
                s0 -> s1 [label="Send [below-limit]", color="#b45309", penwidth=2];
                s0 -> s0 [label="Amend"];
                s1 -> s2 [label="Accept", color="#b45309", penwidth=2];
                s1 -> s3 [label="Decline"];
                s1 -> s1 [label="Remind (internal)"];
            }

            """,
            Machine.ToDot(Offer.Draft, Offer.Sent, Offer.Accepted));

    [Fact]
    public void Dot_escapes_quotes_and_backslashes()
    {
        var machine = StateMachine.Define<string, string, NoContext>("a \"b\"").StartsIn("c\\d");
        machine.Configure("c\\d").Terminal();

        Assert.Equal(
            """
            digraph "a \"b\"" {
                rankdir=LR;
                node [shape=box, style=rounded];
                start [shape=point];
                s0 [label="c\\d", peripheries=2];
                start -> s0;
            }

            """,
            machine.Build().ToDot());
    }

    [Fact]
    public void A_walk_through_a_state_that_does_not_exist_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>("visited", () => Machine.ToDot((Offer)3));
        Assert.Throws<ArgumentException>("visited", () => Machine.ToMermaid((Offer)3));
    }

    [Fact]
    public void Mermaid_draws_substates_within_their_state_and_every_target_of_a_choice() =>
        Assert.Equal(
            """
            stateDiagram-v2
                direction LR
                applied
                state active {
                    screening
                    state interviewing {
                        phone
                        state "on site" as s5
                        [*] --> phone
                    }
                    [*] --> screening
                }
                hired
                rejected
                [*] --> applied
                applied --> active : begin
                active --> rejected : reject
                active --> s5 : go on site
                active --> active : restart
                active --> active : note (internal)
                screening --> interviewing : pass
                interviewing --> rejected : decide (by-score)
                interviewing --> s5 : decide (by-score)
                interviewing --> hired : decide (by-score)
                phone --> s5 : pass
                hired --> [*]
                rejected --> [*]
                classDef visited fill:#fde68a,stroke:#b45309,stroke-width:2px
                class applied,screening,phone visited

            """,
            SampleHiring.Builder().Build().ToMermaid("applied", "screening", "phone"));

    [Fact]
    public void Dot_draws_substates_in_boxes_and_the_way_through_rules_of_the_states_around() =>
        Assert.Equal(
            """
            digraph "hiring" {
                rankdir=LR;
                node [shape=box, style=rounded];
                start [shape=point];
                s0 [label="applied", style="rounded,filled", fillcolor="#fde68a"];
                subgraph cluster_s1 {
                    label="active";
                    s1 [shape=point];
                    s2 [label="screening", style="rounded,filled", fillcolor="#fde68a"];
                    subgraph cluster_s3 {
                        label="interviewing";
                        s3 [shape=point];
                        s4 [label="phone"];
                        s5 [label="on site", style="rounded,filled", fillcolor="#fde68a"];
                        s3 -> s4;
                    }
                    s1 -> s2;
                }
                s6 [label="hired", peripheries=2];
                s7 [label="rejected", peripheries=2, style="rounded,filled", fillcolor="#fde68a"];
                start -> s0;
                s0 -> s1 [label="begin", color="#b45309", penwidth=2];
                s1 -> s7 [label="reject", color="#b45309", penwidth=2];
                s1 -> s5 [label="go on site", color="#b45309", penwidth=2];
                s1 -> s1 [label="restart"];
                s1 -> s1 [label="note (internal)"];
                s2 -> s3 [label="pass"];
                s3 -> s7 [label="decide (by-score)", color="#b45309", penwidth=2];
                s3 -> s5 [label="decide (by-score)"];
                s3 -> s6 [label="decide (by-score)"];
                s4 -> s5 [label="pass"];
            }

            """,
            SampleHiring.Builder().Build().ToDot("applied", "screening", "on site", "rejected"));
}
